// resources.h - articles and threads as resources: signpost://ko/articles/install, in Markdown.
// Tested by tests/unit/mcp/resources_test.cc.
#pragma once

#include "api/operation.h"
#include "mcp/protocol.h"

namespace signpost {

// A page of all there are, and where the next one begins. RpcError{invalid_params} for a cursor that none of
// these pages gave.
Json list_resources(const OperationContext& context, const Json& params);

Json list_resource_templates();

// RpcError for one that there isn't, by the code of the era. `answer` takes what is counted.
Json read_resource(const OperationContext& context, const Json& params, Era era, Answer& answer);

}  // namespace signpost
