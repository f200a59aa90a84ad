// rpc_test.cc - what is a message and what is none, whatever somebody sends.
#include "mcp/rpc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

RpcCode refusal(const std::string& bytes) {
  try {
    kind_of_rpc(parse_rpc(bytes));
  } catch (const RpcError& error) {
    EXPECT_EQ(error.status(), 400) << bytes;
    return error.code();
  }
  ADD_FAILURE() << bytes.substr(0, 200) << " was taken";
  return RpcCode::parse;
}

RpcKind kind(const std::string& bytes) { return kind_of_rpc(parse_rpc(bytes)); }

TEST(Rpc, KnowsThreeKinds) {
  EXPECT_EQ(kind(R"({"jsonrpc": "2.0", "id": 1, "method": "ping"})"), RpcKind::request);
  EXPECT_EQ(kind(R"({"jsonrpc": "2.0", "id": "", "method": "ping", "params": {}})"), RpcKind::request);
  EXPECT_EQ(kind(R"({"jsonrpc": "2.0", "id": 18446744073709551615, "method": "ping"})"), RpcKind::request);
  EXPECT_EQ(kind(R"({"jsonrpc": "2.0", "method": "notifications/initialized"})"), RpcKind::notification);
  EXPECT_EQ(kind(R"({"jsonrpc": "2.0", "id": 1, "result": {}})"), RpcKind::response);
  EXPECT_EQ(kind(R"({"jsonrpc": "2.0", "id": 1, "error": {"code": 1, "message": ""}})"), RpcKind::response);
}

TEST(Rpc, RefusesWhatIsNoJson) {
  for (const char* bytes : {"", "x", "{", "[1,", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\"}",
                            "{\"method\":\"\\ud800\"}", "nul", "\xef\xbb", "1e400"})
    EXPECT_EQ(refusal(bytes), RpcCode::parse) << bytes;
}

TEST(Rpc, RefusesWhatIsNoMessage) {
  for (const char* bytes :
       {"1", "null", "\"a\"", "{}", R"({"jsonrpc": "2.0"})",
        R"({"jsonrpc": "1.0", "id": 1, "method": "ping"})", R"({"jsonrpc": 2.0, "id": 1, "method": "ping"})",
        R"({"id": 1, "method": "ping"})", R"({"jsonrpc": "2.0", "id": null, "method": "ping"})",
        R"({"jsonrpc": "2.0", "id": 1.5, "method": "ping"})",
        R"({"jsonrpc": "2.0", "id": 99999999999999999999, "method": "ping"})",
        R"({"jsonrpc": "2.0", "id": {}, "method": "ping"})",
        R"({"jsonrpc": "2.0", "id": true, "method": "ping"})", R"({"jsonrpc": "2.0", "id": 1, "method": 5})",
        R"({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []})",
        R"({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": null})",
        R"({"jsonrpc": "2.0", "id": 1, "result": {}, "error": {}})"})
    EXPECT_EQ(refusal(bytes), RpcCode::invalid_request) << bytes;
}

// Whoever looks at a message before us takes the first or the last of two.
TEST(Rpc, RefusesANameThatIsThereTwice) {
  EXPECT_EQ(refusal(R"({"jsonrpc": "2.0", "id": 1, "method": "tools/list", "method": "tools/call"})"),
            RpcCode::invalid_request);
  EXPECT_EQ(
      refusal(R"({"jsonrpc": "2.0", "id": 1, "method": "x", "params": {"a": [{"b": 1, "\u0062": 2}]}})"),
      RpcCode::invalid_request);
  EXPECT_EQ(
      kind(R"({"jsonrpc": "2.0", "id": 1, "method": "x", "params": {"a": [{"b": 1}, {"b": 2}], "b": 1}})"),
      RpcKind::request);
}

TEST(Rpc, RefusesTooMuch) {
  EXPECT_EQ(refusal(std::string(30000, '[')), RpcCode::invalid_request);
  EXPECT_EQ(refusal(R"({"jsonrpc": "2.0", "id": ")" + std::string(70000, 'x') + R"(", "method": "ping"})"),
            RpcCode::invalid_request);
  std::string many = "[0";
  for (int i = 0; i < 5000; ++i) many += ",0";
  EXPECT_EQ(refusal(many + "]"), RpcCode::invalid_request);
}

TEST(Rpc, AnswersWithTheIdWhereThereIsOne) {
  const Json request = {{"jsonrpc", "2.0"}, {"id", "a"}, {"method", "x"}};
  EXPECT_EQ(to_text(rpc_result(request, {{"b", 1}})), R"({"jsonrpc":"2.0","id":"a","result":{"b":1}})");
  const RpcError error(RpcCode::method_not_found, "No", 404, {{"c", 2}});
  EXPECT_EQ(to_text(rpc_error(request, error)),
            R"({"jsonrpc":"2.0","id":"a","error":{"code":-32601,"message":"No","data":{"c":2}}})");
  for (const Json& other : {Json(), Json::array({request}), Json{{"id", nullptr}}, Json{{"id", 1.5}}})
    EXPECT_FALSE(rpc_error(other, error).contains("id")) << other;
}

}  // namespace
}  // namespace signpost
