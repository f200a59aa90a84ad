// mcp_operation_test.cc - POST /mcp as clients of both eras and strangers use it.
#include "mcp/mcp_operation.h"

#include <gmock/gmock.h>

#include "mcp_client.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::json;
using testing::json_of;
using testing::post_rpc;

class McpOperationTest : public testing::McpTest {
 protected:
  int code_of(const Response& response) { return error_of(response).value("code", 0); }
};

TEST_F(McpOperationTest, TakesPostAlone) {
  for (const char* method : {"GET", "HEAD", "DELETE", "PUT", "OPTIONS"}) {
    const Response response = app_.get("/mcp", {{"accept", "text/event-stream"}}, method);
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_EQ(header_of(response, "Allow"), "POST") << method;
  }
  EXPECT_EQ(app_.post("/mcp", "{}", {{"content-type", "text/plain"}}).status, 415);
  const Response response = testing::ask_modern(app_, "tools/list");
  EXPECT_EQ(response.content_type, "application/json");
  EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
  EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "");
}

TEST_F(McpOperationTest, WaitsForAnIndex) {
  app_.serve(nullptr);
  EXPECT_EQ(testing::ask_modern(app_, "tools/list").status, 503);
}

TEST_F(McpOperationTest, TellsAModernClientWhatItIs) {
  const json result = result_of("server/discover");
  EXPECT_EQ(result.at("resultType"), "complete");
  EXPECT_EQ(result.at("supportedVersions"),
            json::array({"2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26"}));
  EXPECT_EQ(result.at("capabilities"), (json{{"tools", json::object()}, {"resources", json::object()}}));
  const json info = result.at("_meta").at("io.modelcontextprotocol/serverInfo");
  EXPECT_EQ(info.at("name"), "signpost");
  EXPECT_EQ(info.at("title"), "Example Help");
  EXPECT_FALSE(info.at("version").get<std::string>().empty());
  EXPECT_THAT(result.at("instructions").get<std::string>(), HasSubstr("in en, ko, ja."));
  // What says how long it may be kept, and what doesn't.
  const struct {
    const char* method;
    json params;
    int64_t ttl;
  } cases[] = {
      {"server/discover", json::object(), 300000},
      {"tools/list", json::object(), 300000},
      {"resources/list", json::object(), 300000},
      {"resources/templates/list", json::object(), 300000},
      {"resources/read", {{"uri", "signpost://en/articles/install"}}, 60000},
  };
  for (const auto& test : cases) {
    const json kept = result_of(test.method, test.params);
    EXPECT_EQ(kept.at("ttlMs"), test.ttl) << test.method;
    EXPECT_EQ(kept.at("cacheScope"), "public") << test.method;
    EXPECT_EQ(kept.at("resultType"), "complete") << test.method;
  }
  EXPECT_FALSE(call("search", {{"query", "install"}}).contains("ttlMs"));
}

TEST_F(McpOperationTest, GreetsALegacyClientWithoutASession) {
  for (const char* version : {"2025-11-25", "2025-06-18", "2025-03-26"}) {
    const json hello = {{"jsonrpc", "2.0"},
                        {"id", 0},
                        {"method", "initialize"},
                        {"params",
                         {{"protocolVersion", version},
                          {"capabilities", json::object()},
                          {"clientInfo", {{"name", "a"}, {"version", "1"}}}}}};
    const Response response = post_rpc(app_, hello.dump());
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(header_of(response, "Mcp-Session-Id"), "");
    const json result = json_of(response).at("result");
    EXPECT_EQ(result.at("protocolVersion"), version);
    EXPECT_EQ(result.at("serverInfo").at("name"), "signpost");
    EXPECT_FALSE(result.contains("resultType"));
    const Response noted = post_rpc(app_, R"({"jsonrpc": "2.0", "method": "notifications/initialized"})",
                                    {{"mcp-protocol-version", version}});
    EXPECT_EQ(noted.status, 202);
    EXPECT_EQ(noted.body, "");
    const json tools = json_of(testing::ask_legacy(app_, "tools/list", json::object(), version)).at("result");
    EXPECT_EQ(tools.at("tools").size(), 5u);
    EXPECT_FALSE(tools.contains("ttlMs"));
    EXPECT_FALSE(tools.contains("_meta"));
    EXPECT_EQ(json_of(testing::ask_legacy(app_, "ping", json::object(), version)).at("result"),
              json::object());
  }
  EXPECT_EQ(json_of(testing::ask_legacy(app_, "initialize", {{"protocolVersion", "2024-11-05"}}))
                .at("result")
                .at("protocolVersion"),
            "2025-11-25");
  EXPECT_EQ(code_of(testing::ask_legacy(app_, "initialize")), -32602);
  EXPECT_EQ(post_rpc(app_, R"({"jsonrpc": "2.0", "id": 1, "result": {}})").status, 202);
}

TEST_F(McpOperationTest, DoesNotKnowTheMethodsOfTheOtherEra) {
  for (const char* method : {"initialize", "ping", "logging/setLevel", "resources/subscribe", "prompts/list",
                             "subscriptions/listen", "x"}) {
    const Response response = testing::ask_modern(app_, method);
    EXPECT_EQ(response.status, 404) << method;
    EXPECT_EQ(code_of(response), -32601) << method;
    EXPECT_EQ(json_of(response).at("id"), 7);
  }
  // To a legacy client a 404 says that its session is over.
  for (const char* method : {"server/discover", "prompts/list", "logging/setLevel", "x"}) {
    const Response response = testing::ask_legacy(app_, method);
    EXPECT_EQ(response.status, 200) << method;
    EXPECT_EQ(code_of(response), -32601) << method;
  }
}

TEST_F(McpOperationTest, RefusesWhatItsHeadersContradict) {
  const json list = {{"jsonrpc", "2.0"},
                     {"id", 3},
                     {"method", "tools/list"},
                     {"params", {{"_meta", testing::modern_meta()}}}};
  const struct {
    testing::HeaderList headers;
    int code;
  } cases[] = {
      {{{"mcp-protocol-version", "2026-07-28"}, {"mcp-method", "tools/call"}}, -32020},
      {{{"mcp-protocol-version", "2026-07-28"}}, -32020},
      {{{"mcp-method", "tools/list"}}, -32020},
      {{{"mcp-protocol-version", "2025-11-25"}, {"mcp-method", "tools/list"}}, -32020},
      {{{"mcp-protocol-version", "2026-07-28"}, {"mcp-method", "tools/list"}, {"mcp-method", "tools/list"}},
       -32020},
  };
  for (const auto& test : cases) {
    const Response response = post_rpc(app_, list.dump(), test.headers);
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(code_of(response), test.code);
    EXPECT_EQ(json_of(response).at("id"), 3);
  }
  const Response unknown = testing::ask_legacy(app_, "tools/list", json::object(), "1900-01-01");
  EXPECT_EQ(unknown.status, 400);
  EXPECT_EQ(error_of(unknown).at("code"), -32022);
  EXPECT_EQ(error_of(unknown).at("data").at("requested"), "1900-01-01");
  const Response bare = post_rpc(app_, R"({"jsonrpc": "2.0", "id": 3, "method": "tools/list"})",
                                 {{"mcp-protocol-version", "2026-07-28"}, {"mcp-method", "tools/list"}});
  EXPECT_EQ(bare.status, 400);
  EXPECT_EQ(code_of(bare), -32602);
}

TEST_F(McpOperationTest, RefusesPagesOfOthers) {
  const json list = {{"jsonrpc", "2.0"}, {"id", 3}, {"method", "tools/list"}};
  const auto status_from = [&](const std::string& origin, const std::string& host, const std::string& site) {
    testing::HeaderList headers = {{"origin", origin}, {"host", host}};
    if (!site.empty()) headers.emplace_back("sec-fetch-site", site);
    return post_rpc(app_, list.dump(), headers).status;
  };
  EXPECT_EQ(status_from("https://help.example.com", "10.0.0.1", ""), 200);
  EXPECT_EQ(status_from("http://127.0.0.1:8080", "127.0.0.1:8080", "same-origin"), 200);
  EXPECT_EQ(status_from("https://evil.example", "help.example.com", "cross-site"), 403);
  EXPECT_EQ(status_from("https://evil.example", "help.example.com", ""), 403);
  EXPECT_EQ(status_from("null", "help.example.com", ""), 403);
  // Whose name leads here.
  EXPECT_EQ(status_from("http://evil.example:8080", "evil.example:8080", "same-origin"), 403);
  EXPECT_EQ(status_from("http://evil.example:8080", "evil.example:8080", ""), 403);
}

TEST_F(McpOperationTest, AnswersManyAtATimeWhereTheVersionHasThat) {
  const std::string batch = R"([{"jsonrpc": "2.0", "id": 1, "method": "ping"},
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
    {"jsonrpc": "2.0", "id": 2, "method": "x"}, {"jsonrpc": "2.0", "id": 3, "method": "initialize", "params": {"protocolVersion": "2025-03-26"}},
    5, {"jsonrpc": "2.0", "id": 4, "method": "tools/call", "params": {"name": "search", "arguments": {"query": "install"}}}])";
  for (const testing::HeaderList& headers :
       {testing::HeaderList(), testing::HeaderList{{"mcp-protocol-version", "2025-03-26"}}}) {
    const Response response = post_rpc(app_, batch, headers);
    EXPECT_EQ(response.status, 200);
    const json answers = json_of(response);
    ASSERT_EQ(answers.size(), 5u) << response.body;
    EXPECT_EQ(answers[0].at("result"), json::object());
    EXPECT_EQ(answers[1].at("error").at("code"), -32601);
    EXPECT_EQ(answers[2].at("error").at("code"), -32600);
    EXPECT_EQ(answers[2].at("id"), 3);
    EXPECT_EQ(answers[3].at("error").at("code"), -32600);
    EXPECT_FALSE(answers[3].contains("id"));
    EXPECT_EQ(answers[4].at("result").at("isError"), false);
  }
  for (const char* version : {"2025-06-18", "2025-11-25", "2026-07-28"}) {
    const Response response = post_rpc(app_, batch, {{"mcp-protocol-version", version}});
    EXPECT_EQ(response.status, 400) << version;
    EXPECT_EQ(code_of(response), -32600) << version;
  }
  EXPECT_EQ(
      post_rpc(app_, R"([{"jsonrpc": "2.0", "method": "a"}, {"jsonrpc": "2.0", "method": "b"}])").status,
      202);
  // However long its answers are, a batch is one request.
  json lists = json::array();
  for (int i = 0; i < 10; ++i) lists.push_back({{"jsonrpc", "2.0"}, {"id", i}, {"method", "tools/list"}});
  const Response long_one = post_rpc(app_, lists.dump());
  EXPECT_LT(long_one.body.size(), 80'000u);
  EXPECT_TRUE(json_of(long_one).at(5).contains("result"));
  EXPECT_EQ(json_of(long_one).at(9).at("error").at("code"), -32600);
  json many = json::array();
  for (int i = 0; i < 11; ++i) many.push_back({{"jsonrpc", "2.0"}, {"id", i}, {"method", "ping"}});
  EXPECT_EQ(code_of(post_rpc(app_, many.dump())), -32600);
  EXPECT_EQ(code_of(post_rpc(app_, "[]")), -32600);
  const json modern = json::array({{{"jsonrpc", "2.0"},
                                    {"id", 1},
                                    {"method", "tools/list"},
                                    {"params", {{"_meta", testing::modern_meta()}}}}});
  EXPECT_EQ(json_of(post_rpc(app_, modern.dump())).at(0).at("error").at("code"), -32600);
}

TEST_F(McpOperationTest, SurvivesWhatStrangersSend) {
  const struct {
    std::string bytes;
    int code;
  } cases[] = {
      {"", -32700},
      {"{", -32700},
      {"\xff\xfe", -32700},
      {std::string(50000, '['), -32600},
      {R"({"jsonrpc":"2.0","id":")" + std::string(100000, 'x') + R"(","method":"ping"})", -32600},
      {R"({"jsonrpc":"2.0","id":1,"id":2,"method":"ping"})", -32600},
      {"null", -32600},
  };
  for (const auto& test : cases) {
    const Response response = post_rpc(app_, test.bytes);
    EXPECT_EQ(response.status, 400) << test.bytes.substr(0, 100);
    EXPECT_EQ(code_of(response), test.code) << test.bytes.substr(0, 100);
    EXPECT_LT(response.body.size(), 300u);
  }
  const std::string id(40000, 'x');
  EXPECT_EQ(json_of(post_rpc(app_, json{{"jsonrpc", "2.0"}, {"id", id}, {"method", "ping"}}.dump())).at("id"),
            id);
  const Response response = testing::ask_modern(app_, std::string(30000, 'm'));
  EXPECT_EQ(response.status, 404);
  EXPECT_LT(response.body.size(), 500u);
  EXPECT_LT(testing::ask_modern(app_, "tools/call", {{"name", std::string(30000, 't')}}).body.size(), 500u);
}

TEST_F(McpOperationTest, SpeaksTheLanguageThatTheClientAsksFor) {
  const json request = {{"jsonrpc", "2.0"},
                        {"id", 3},
                        {"method", "tools/call"},
                        {"params", {{"name", "fetch"}, {"arguments", {{"id", "install"}}}}}};
  const auto title = [&](const std::string& target, const testing::HeaderList& headers) {
    testing::HeaderList all = headers;
    all.emplace_back("content-type", "application/json");
    return json_of(app_.post(target, request.dump(), all)).at("result").at("structuredContent").at("lang");
  };
  EXPECT_EQ(title("/mcp", {}), "en");
  EXPECT_EQ(title("/mcp?lang=ko", {}), "ko");
  EXPECT_EQ(title("/mcp", {{"accept-language", "ja"}}), "ja");
}

}  // namespace
}  // namespace signpost
