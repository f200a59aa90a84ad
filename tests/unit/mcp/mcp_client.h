// mcp_client.h - what a client of the Model Context Protocol sends, to an App over the small help centre.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "store/store.h"
#include "test_site.h"
#include "tests/unit/store/data_folder.h"

namespace signpost::testing {

using nlohmann::json;
using HeaderList = std::vector<std::pair<std::string, std::string>>;

inline json modern_meta() {
  return {{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
          {"io.modelcontextprotocol/clientInfo", {{"name", "test"}, {"version", "1"}}},
          {"io.modelcontextprotocol/clientCapabilities", json::object()}};
}

inline Response post_rpc(TestApp& app, const std::string& bytes, HeaderList headers = {}) {
  headers.emplace_back("content-type", "application/json");
  headers.emplace_back("accept", "application/json, text/event-stream");
  return app.post("/mcp", bytes, std::move(headers));
}

// As the protocol of 2026-07-28 has it, with headers and all.
inline Response ask_modern(TestApp& app, const std::string& method, json params = json::object()) {
  HeaderList headers = {{"mcp-protocol-version", "2026-07-28"}, {"mcp-method", method}};
  for (const char* name : {"name", "uri"})
    if (params.contains(name) && params[name].is_string()) headers.emplace_back("mcp-name", params[name]);
  params["_meta"] = modern_meta();
  const json request = {{"jsonrpc", "2.0"}, {"id", 7}, {"method", method}, {"params", params}};
  return post_rpc(app, request.dump(), headers);
}

inline Response ask_legacy(TestApp& app, const std::string& method, const json& params = json::object(),
                           const std::string& version = "2025-11-25") {
  const json request = {{"jsonrpc", "2.0"}, {"id", "a"}, {"method", method}, {"params", params}};
  return post_rpc(app, request.dump(), {{"mcp-protocol-version", version}});
}

inline json json_of(const Response& response) { return json::parse(response.body); }

inline int64_t count_in(const DataFolder& folder, const char* sql) { return folder.open().number(sql); }

// With a data folder, incidents and ways to reach people, all of which a site may be without.
class McpTest : public ::testing::Test {
 protected:
  McpTest() {
    static const TemporaryDirectory index;
    static const std::string published =
        publish_test_generation(index.path() + "/index", "", test_incidents(), test_channels());
    app_.serve(app_.open(published));
  }

  json result_of(const std::string& method, const json& params = json::object()) {
    const Response response = ask_modern(app_, method, params);
    EXPECT_EQ(response.status, 200) << response.body;
    const json answer = json_of(response);
    EXPECT_EQ(answer.at("id"), 7);
    EXPECT_TRUE(answer.contains("result")) << response.body;
    return answer.value("result", json());
  }
  json error_of(const Response& response) {
    const json answer = json_of(response);
    EXPECT_FALSE(answer.contains("result")) << response.body;
    return answer.value("error", json());
  }
  json call(const std::string& tool, const json& arguments) {
    return result_of("tools/call", {{"name", tool}, {"arguments", arguments}});
  }

  const DataFolder folder_{"signpost-mcp"};
  Store store_{{.dir = folder_.path(),
                .write_patience = std::chrono::milliseconds(0),
                .read_patience = std::chrono::milliseconds(0)}};
  TestApp app_{{.store = &store_, .clock = [] { return kTestNow; }}};
};

}  // namespace signpost::testing
