// tools.h - the tools that an assistant may call: a list, and a call with its arguments checked.
// Tested by tests/unit/mcp/tools_test.cc.
#pragma once

#include "api/operation.h"

namespace signpost {

// Those that can work here, always in the same order.
Json list_tools(const OperationContext& context);

// What is wrong with the arguments, or with the world, is a result that says so (isError), so that a model
// can do better; RpcError{invalid_params} for a tool that there isn't. `answer` takes what is counted.
Json call_tool(const OperationContext& context, const Json& params, Answer& answer);

}  // namespace signpost
