// protocol_test.cc - of which era a message is, and what the newer one demands of it.
#include "mcp/protocol.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

namespace signpost {
namespace {

constexpr char kVersion[] = "io.modelcontextprotocol/protocolVersion";
constexpr char kCapabilities[] = "io.modelcontextprotocol/clientCapabilities";

Json request_of(const std::string& method, const Json& params = Json::object()) {
  return {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}};
}

Json modern(const std::string& method, Json params = Json::object()) {
  params["_meta"] = {{kVersion, kModernVersion}, {kCapabilities, Json::object()}};
  return request_of(method, params);
}

McpHeaders headers_of(const char* version, const char* method = nullptr, const char* name = nullptr) {
  McpHeaders headers;
  if (version != nullptr) headers.version = version;
  if (method != nullptr) headers.method = method;
  if (name != nullptr) headers.name = name;
  return headers;
}

RpcError refusal(const std::function<void()>& check) {
  try {
    check();
  } catch (const RpcError& error) {
    EXPECT_EQ(error.status(), 400) << error.what();
    return error;
  }
  ADD_FAILURE() << "it was taken";
  return {RpcCode::parse, ""};
}

TEST(Protocol, TheMessageSaysItsEraAndElseItsHeader) {
  EXPECT_EQ(era_of(modern("tools/list"), headers_of("2026-07-28")), Era::modern);
  EXPECT_EQ(era_of(modern("tools/list"), {}), Era::modern);
  EXPECT_EQ(era_of(request_of("tools/list"), headers_of("2026-07-28")), Era::modern);
  EXPECT_EQ(era_of(request_of("initialize"), {}), Era::legacy);
  for (const std::string_view version : kLegacyVersions) {
    EXPECT_EQ(era_of(request_of("tools/list"), headers_of(std::string(version).c_str())), Era::legacy);
    EXPECT_EQ(era_of(request_of("tools/list", {{"_meta", {{kVersion, version}}}}), {}), Era::legacy);
  }
}

TEST(Protocol, AnotherVersionThanTheHeadersIsAMismatch) {
  for (const char* version : {"2025-11-25", "v999", "2026-07-28, 2026-07-28"})
    EXPECT_EQ(refusal([&] { era_of(modern("tools/list"), headers_of(version)); }).code(),
              RpcCode::header_mismatch);
}

TEST(Protocol, AVersionThatNobodyKnowsIsRefusedWithThoseThatAreKnown) {
  const Json unknown = request_of("tools/list", {{"_meta", {{kVersion, "2027-01-01"}}}});
  for (const auto& error :
       {refusal([&] { era_of(unknown, headers_of("2027-01-01")); }), refusal([&] { era_of(unknown, {}); }),
        refusal([] { era_of(request_of("x"), headers_of("2027-01-01")); })}) {
    EXPECT_EQ(error.code(), RpcCode::unsupported_version);
    ASSERT_NE(error.data(), nullptr);
    EXPECT_EQ(error.data()->at("requested"), "2027-01-01");
    EXPECT_EQ(error.data()->at("supported"),
              Json::array({"2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26"}));
  }
  const Json number = request_of("tools/list", {{"_meta", {{kVersion, 2026}}}});
  EXPECT_EQ(refusal([&] { era_of(number, {}); }).code(), RpcCode::invalid_params);
}

TEST(Protocol, AgreesUponWhatBothKnow) {
  EXPECT_EQ(agreed_version("2025-03-26"), "2025-03-26");
  EXPECT_EQ(agreed_version("2025-06-18"), "2025-06-18");
  EXPECT_EQ(agreed_version("2024-11-05"), "2025-11-25");
  EXPECT_EQ(agreed_version("2026-07-28"), "2025-11-25");  // which has no `initialize`
  EXPECT_TRUE(takes_batches({}));
  EXPECT_TRUE(takes_batches(headers_of("2025-03-26")));
  EXPECT_FALSE(takes_batches(headers_of("2025-06-18")));
  EXPECT_FALSE(takes_batches(headers_of("2026-07-28")));
}

TEST(Protocol, AModernRequestSaysAllOfItself) {
  const McpHeaders headers = headers_of("2026-07-28", "tools/list");
  EXPECT_NO_THROW(check_modern_request(modern("tools/list"), headers));
  const Json no_params = {{"jsonrpc", "2.0"}, {"id", 1}, {"method", "tools/list"}};
  EXPECT_EQ(refusal([&] { check_modern_request(no_params, headers); }).code(), RpcCode::invalid_params);
  for (const char* key : {kVersion, kCapabilities}) {
    Json request = modern("tools/list");
    request["params"]["_meta"].erase(key);
    EXPECT_EQ(refusal([&] { check_modern_request(request, headers); }).code(), RpcCode::invalid_params)
        << key;
    request["params"]["_meta"][key] = 5;
    EXPECT_EQ(refusal([&] { check_modern_request(request, headers); }).code(), RpcCode::invalid_params)
        << key;
  }
  for (const Json& meta : {Json("x"), Json::array(), Json()}) {
    EXPECT_EQ(refusal([&] {
                check_modern_request(request_of("tools/list", {{"_meta", meta}}), headers);
              }).code(),
              RpcCode::invalid_params);
  }
}

TEST(Protocol, HeadersSayWhatTheRequestSays) {
  const Json call = modern("tools/call", {{"name", "search"}});
  const Json read = modern("resources/read", {{"uri", "signpost://ko/articles/설치"}});
  EXPECT_NO_THROW(check_modern_request(call, headers_of("2026-07-28", "tools/call", "search")));
  EXPECT_NO_THROW(check_modern_request(call, headers_of("2026-07-28", "tools/call", "=?base64?c2VhcmNo?=")));
  EXPECT_NO_THROW(check_modern_request(
      read,
      headers_of("2026-07-28", "resources/read", "=?base64?c2lnbnBvc3Q6Ly9rby9hcnRpY2xlcy/shKTsuZg=?=")));
  const struct {
    Json request;
    McpHeaders headers;
  } cases[] = {
      {call, headers_of(nullptr, "tools/call", "search")},
      {call, headers_of("2026-07-28", nullptr, "search")},
      {call, headers_of("2026-07-28", "tools/list", "search")},
      {call, headers_of("2026-07-28", "Tools/Call", "search")},
      {call, headers_of("2026-07-28", "tools/call")},
      {call, headers_of("2026-07-28", "tools/call", "fetch")},
      {call, headers_of("2026-07-28", "tools/call", "search, search")},
      {call, headers_of("2026-07-28", "tools/call", "=?base64?!!!?=")},
      {call, headers_of("2026-07-28", "tools/call", "=?base64?=")},
      {read, headers_of("2026-07-28", "resources/read", "signpost://ko/articles/설치")},
      {modern("prompts/get", {{"name", "a"}}), headers_of("2026-07-28", "prompts/get", "b")},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(refusal([&] { check_modern_request(test.request, test.headers); }).code(),
              RpcCode::header_mismatch)
        << test.request;
  }
  // That it lacks a name is told of the name.
  EXPECT_NO_THROW(check_modern_request(modern("tools/call"), headers_of("2026-07-28", "tools/call")));
}

}  // namespace
}  // namespace signpost
