// rpc.h - messages of JSON-RPC 2.0 as the Model Context Protocol has them: read without believing a byte of
// them, and what is answered. Tested by tests/unit/mcp/rpc_test.cc.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "api/json.h"

namespace signpost {

enum class RpcCode : int {
  parse = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  // Of the Model Context Protocol's own.
  header_mismatch = -32020,
  unsupported_version = -32022,
  resource_not_found = -32002  // up to 2025-11-25; since then these are invalid parameters
};

// Why a message has no result.
class RpcError : public std::runtime_error {
 public:
  // `status`: of HTTP, where the message came alone. 200: the answer to a request that was understood.
  RpcError(RpcCode code, const std::string& message, int status = 200);
  RpcError(RpcCode code, const std::string& message, int status, const Json& data);

  RpcCode code() const { return code_; }
  int status() const { return status_; }
  const Json* data() const { return data_.get(); }  // null for none

 private:
  RpcCode code_;
  int status_;
  std::shared_ptr<const Json> data_;  // an exception is copied
};

// Bounded in bytes, depth and number of values before a tree is built of it. Throws RpcError{parse} for what
// is no JSON in UTF-8, and {invalid_request} where it is too much, or an object has a name twice: another
// reader between the client and us could read that differently.
Json parse_rpc(std::string_view bytes);

enum class RpcKind { request, notification, response };

// Throws RpcError{invalid_request} for what is none of them: a request has a method, an `id` that is a text
// or a whole number, and `params`, if any, that are an object.
RpcKind kind_of_rpc(const Json& message);

Json rpc_result(const Json& request, Json result);
// With the id of the request, where it can be told: `request` may be anything.
Json rpc_error(const Json& request, const RpcError& error);

}  // namespace signpost
