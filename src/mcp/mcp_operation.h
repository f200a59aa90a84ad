// mcp_operation.h - POST /mcp: the Model Context Protocol for assistants, over the operations of src/api, in
// both of its eras (protocol.h) on one address and without a session. Tested by
// tests/unit/mcp/mcp_operation_test.cc, and by the protocol's own clients and its conformance suite in
// tests/mcp.
#pragma once

#include <vector>

#include "api/operation.h"

namespace signpost {

// For the table of routes. No part of operations(): it speaks JSON-RPC, and is no part of the description of
// the API.
const std::vector<Operation>& mcp_operations();

}  // namespace signpost
