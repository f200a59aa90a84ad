// rpc.cc - see rpc.h.
#include "mcp/rpc.h"

#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "base/error.h"
#include "base/json_limits.h"

namespace signpost {
namespace {

constexpr JsonLimits kRpcLimits{64 << 10, 24, 4096};

bool is_rpc_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

// Throws where an object has a name twice.
class NamesOnce {
 public:
  bool operator()(int, Json::parse_event_t event, const Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
        names_.emplace_back();
        break;
      case Json::parse_event_t::object_end:
        names_.pop_back();
        break;
      case Json::parse_event_t::key:
        if (!names_.back().insert(parsed.get<std::string>()).second)
          throw RpcError(RpcCode::invalid_request, "Invalid request: an object has a name twice", 400);
        break;
      default:
        break;
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> names_;  // of the objects that are open
};

}  // namespace

RpcError::RpcError(RpcCode code, const std::string& message, int status)
    : std::runtime_error(message), code_(code), status_(status) {}

RpcError::RpcError(RpcCode code, const std::string& message, int status, const Json& data)
    : std::runtime_error(message), code_(code), status_(status), data_(std::make_shared<const Json>(data)) {}

Json parse_rpc(std::string_view bytes) {
  try {
    check_json(bytes, kRpcLimits);
  } catch (const Error& excess) {
    throw RpcError(RpcCode::invalid_request, std::string("Invalid request: ") + excess.what(), 400);
  }
  Json message = Json::parse(bytes, NamesOnce(), false);
  if (message.is_discarded())
    throw RpcError(RpcCode::parse, "Parse error: the content is no JSON in UTF-8", 400);
  return message;
}

RpcKind kind_of_rpc(const Json& message) {
  const auto invalid = [](const char* why) {
    return RpcError(RpcCode::invalid_request, std::string("Invalid request: ") + why, 400);
  };
  if (!message.is_object()) throw invalid("a message is an object");
  const auto version = message.find("jsonrpc");
  if (version == message.end() || *version != "2.0") throw invalid("jsonrpc must be \"2.0\"");
  const auto method = message.find("method");
  const auto id = message.find("id");
  if (method == message.end()) {
    if (message.contains("result") != message.contains("error")) return RpcKind::response;
    throw invalid("there is no method");
  }
  if (!method->is_string()) throw invalid("the method must be a text");
  if (id != message.end() && !is_rpc_id(*id)) throw invalid("the id must be a text or a whole number");
  const auto params = message.find("params");
  if (params != message.end() && !params->is_object()) throw invalid("params must be an object");
  return id == message.end() ? RpcKind::notification : RpcKind::request;
}

Json rpc_result(const Json& request, Json result) {
  return {{"jsonrpc", "2.0"}, {"id", request.at("id")}, {"result", std::move(result)}};
}

Json rpc_error(const Json& request, const RpcError& error) {
  Json response = {{"jsonrpc", "2.0"}};
  if (request.is_object()) {
    if (const auto id = request.find("id"); id != request.end() && is_rpc_id(*id)) response["id"] = *id;
  }
  response["error"] = {{"code", static_cast<int>(error.code())}, {"message", error.what()}};
  if (error.data() != nullptr) response["error"]["data"] = *error.data();
  return response;
}

}  // namespace signpost
