// tools_test.cc - what each tool takes and gives, over the door that a client uses, and that it is what the
// JSON API says.
#include "mcp/tools.h"

#include <gmock/gmock.h>

#include "api/search_parameters.h"
#include "content/fields.h"
#include "mcp_client.h"
#include "schema_check.h"
#include "store/complaint.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::json;
using testing::json_of;
using ::testing::Not;
using ::testing::StartsWith;

class ToolsTest : public testing::McpTest {
 protected:
  json tool(const std::string& name) {
    const json listed = result_of("tools/list");
    for (const json& one : listed.at("tools"))
      if (one.at("name") == name) return one;
    ADD_FAILURE() << "there is no " << name;
    return {};
  }
  // What it gave, which fits its own schema, and is there as text too.
  json given(const std::string& name, const json& arguments) {
    const json result = call(name, arguments);
    EXPECT_EQ(result.value("isError", json()), false) << result;
    const json structured = result.value("structuredContent", json());
    const json schema = tool(name).at("outputSchema");
    for (const std::string& error : testing::check_schema(structured, schema, schema))
      ADD_FAILURE() << name << error;
    // And nothing that it doesn't speak of.
    for (const auto& [key, value] : structured.items())
      EXPECT_TRUE(schema.at("properties").contains(key)) << key;
    EXPECT_EQ(json::parse(result.at("content").at(0).at("text").get<std::string>()), structured);
    return structured;
  }
  std::string refusal(const std::string& name, const json& arguments) {
    const json result = call(name, arguments);
    EXPECT_EQ(result.value("isError", json()), true) << result;
    EXPECT_FALSE(result.contains("structuredContent"));
    return result.at("content").at(0).at("text");
  }
  json api(const std::string& target) { return json_of(app_.get(target)); }
};

std::vector<std::string> names_of(const json& tools) {
  std::vector<std::string> names;
  for (const json& tool : tools) names.push_back(tool.at("name"));
  return names;
}

TEST_F(ToolsTest, AreThoseThatCanWork) {
  const json tools = result_of("tools/list").at("tools");
  EXPECT_THAT(names_of(tools), ElementsAre("search", "fetch", "answer", "report_problem", "channels"));
  for (const json& one : tools) {
    EXPECT_EQ(one.at("annotations").at("readOnlyHint"), one.at("name") != "report_problem");
    EXPECT_EQ(one.at("inputSchema").at("type"), "object");
    EXPECT_EQ(one.at("inputSchema").at("additionalProperties"), false);
    EXPECT_EQ(one.at("outputSchema").at("type"), "object");
    EXPECT_EQ(one.at("inputSchema").at("properties").at("lang").at("enum"), json::array({"en", "ko", "ja"}));
  }
  // No data folder, and nobody to reach.
  testing::TestApp bare;
  const json fewer = json_of(testing::ask_modern(bare, "tools/list")).at("result").at("tools");
  EXPECT_THAT(names_of(fewer), ElementsAre("search", "fetch", "answer"));
  for (const char* name : {"report_problem", "channels", "nothing"}) {
    const json error =
        error_of(testing::ask_modern(bare, "tools/call", {{"name", name}, {"arguments", json::object()}}));
    EXPECT_EQ(error.at("code"), -32602) << name;
  }
}

TEST_F(ToolsTest, SearchFindsWhatTheApiFinds) {
  const json found = given("search", {{"query", "app crash install"}, {"limit", 5}});
  const json want = api("/api/v1/search?q=app+crash+install&per_page=5");
  EXPECT_EQ(found.at("total"), want.at("total"));
  ASSERT_EQ(found.at("results").size(), want.at("hits").size());
  for (size_t i = 0; i < want.at("hits").size(); ++i) {
    const json& hit = want.at("hits").at(i);
    const json& result = found.at("results").at(i);
    EXPECT_EQ(result.at("id"), hit.at("lang").get<std::string>() + "/" + hit.at("id").get<std::string>());
    EXPECT_EQ(result.at("title"), hit.at("title"));
    EXPECT_EQ(result.at("url"), "https://help.example.com" + hit.at("section").at("url").get<std::string>());
  }
  EXPECT_EQ(found.at("incidents").at(0).at("title"), "The desktop app <crashes>");
  EXPECT_THAT(found.at("incidents").at(0).at("url").get<std::string>(),
              StartsWith("https://help.example.com/en/incidents/"));
  EXPECT_EQ(found.at("facets").at("product").at(0).at("value"), "Desktop");
  EXPECT_EQ(given("search", {{"query", "pasword"}}).at("corrected"), "password");
  EXPECT_FALSE(found.contains("corrected"));
}

TEST_F(ToolsTest, SearchTakesALanguageAndFilters) {
  const json korean = given("search", {{"query", "비밀번호"}, {"lang", "ko"}});
  EXPECT_EQ(korean.at("results").at(0).at("id"), "ko/reset-password");
  EXPECT_EQ(given("search", {{"query", "インストーラー"}, {"lang", "ja-JP"}}).at("results").at(0).at("id"),
            "ja/install");
  const json threads = given("search", {{"query", "printer"}, {"kind", {"community"}}});
  ASSERT_FALSE(threads.at("results").empty());
  for (const json& result : threads.at("results")) EXPECT_EQ(result.at("kind"), "community");
  EXPECT_EQ(given("search", {{"query", "install"}, {"product", {"Desktop"}}}).at("total"), 1);
  EXPECT_EQ(given("search", {{"query", "install"}, {"limit", 1.0}}).at("results").size(), 1u);
}

TEST_F(ToolsTest, WrongArgumentsAreToldToTheModel) {
  const struct {
    json arguments;
    const char* says;
  } cases[] = {
      {json::object(), "query must be there."},
      {{{"query", ""}}, "query must be there."},
      {{{"query", 5}}, "query must be a text."},
      {{{"query", "a"}, {"limit", 0}}, "limit must be a whole number from 1 to 50."},
      {{{"query", "a"}, {"limit", 51}}, "limit must be"},
      {{{"query", "a"}, {"limit", 1e300}}, "limit must be"},
      {{{"query", "a"}, {"limit", -1}}, "limit must be"},
      {{{"query", "a"}, {"limit", 1.5}}, "limit must be"},
      {{{"query", "a"}, {"limit", "5"}}, "limit must be"},
      {{{"query", "a"}, {"lang", "fr"}}, "lang must be a language of this site."},
      {{{"query", "a"}, {"lang", "x"}}, "lang must be"},
      {{{"query", "a"}, {"product", "Desktop"}}, "product must be a list"},
      {{{"query", "a"}, {"product", json::array({1})}}, "product must be a text"},
      {{{"query", "a"}, {"product", std::vector<std::string>(17, "a")}},
       "product must be a list of at most 16 texts."},
      {{{"query", "a"}, {"kind", {"x"}}}, "kind must be"},
      {{{"query", "a"}, {"page", 2}}, "page is not known."},
  };
  for (const auto& test : cases)
    EXPECT_THAT(refusal("search", test.arguments), HasSubstr(test.says)) << test.arguments;
  EXPECT_THAT(refusal("answer", {{"question", "a"}, {"version", "new"}}), HasSubstr("version must be"));
  EXPECT_EQ(
      error_of(testing::ask_modern(app_, "tools/call", {{"name", "search"}, {"arguments", json::array()}}))
          .at("code"),
      -32602);
  EXPECT_EQ(error_of(testing::ask_modern(app_, "tools/call", {{"name", 5}})).at("code"), -32602);
  EXPECT_EQ(error_of(testing::ask_modern(app_, "tools/call")).at("code"), -32602);
}

TEST_F(ToolsTest, FetchGivesTheMarkdownOfThePage) {
  const json article = given("fetch", {{"id", "ko/install"}});
  EXPECT_EQ(article.at("text"), app_.get("/ko/articles/install.md").body);
  EXPECT_EQ(article.at("title"), "데스크톱 앱 설치하기");
  EXPECT_EQ(article.at("url"), "https://help.example.com/ko/articles/install");
  EXPECT_EQ(article.at("id"), "ko/install");
  EXPECT_EQ(given("fetch", {{"id", "install#steps"}, {"lang", "ja"}}).at("id"), "ja/install");
  EXPECT_EQ(given("fetch", {{"id", "signpost://ko/articles/install"}}).at("id"), "ko/install");
  // Of one that isn't there in the language, the nearest.
  EXPECT_EQ(given("fetch", {{"id", "ko/sign-in"}}).at("id"), "en/sign-in");
  const json thread = given("fetch", {{"id", "en/printer-offline"}});
  EXPECT_EQ(thread.at("kind"), "community");
  EXPECT_THAT(thread.at("text").get<std::string>(), HasSubstr("Install the new driver."));
  for (const char* id :
       {"nothing", "../secret", "https://help.example.com/ko/articles/install", "xx/nothing"})
    EXPECT_THAT(refusal("fetch", {{"id", id}}), HasSubstr("There is no article")) << id;
}

TEST_F(ToolsTest, AnswerQuotesOrRefusesAsTheApiDoes) {
  const struct {
    const char* question;
    const char* lang;
    const char* encoded;
  } cases[] = {
      {"How do I install the desktop app?", "en", "How+do+I+install+the+desktop+app%3F"},
      {"비밀번호를 재설정하려면?", "ko",
       "%EB%B9%84%EB%B0%80%EB%B2%88%ED%98%B8%EB%A5%BC+%EC%9E%AC%EC%84%A4%EC%A0%95%ED%95%98%EB%A0%A4%EB%A9%B4%"
       "3F"},
      {"nothingmatchesthis", "en", "nothingmatchesthis"},
      {"Where is my order?", "en", "Where+is+my+order%3F"},
  };
  for (const auto& test : cases) {
    const json got = given("answer", {{"question", test.question}, {"lang", test.lang}});
    const json want = api(std::string("/api/v1/answer?q=") + test.encoded + "&lang=" + test.lang);
    EXPECT_EQ(got.at("answered"), !want.at("answer").is_null()) << test.question;
    if (got.at("answered") == true) {
      EXPECT_EQ(got.at("answer").at("text"), want.at("answer").at("text"));
      EXPECT_EQ(got.at("answer").at("confidence"), want.at("answer").at("confidence"));
      EXPECT_EQ(got.at("answer").at("url"),
                "https://help.example.com" + want.at("answer").at("source").at("url").get<std::string>());
      EXPECT_FALSE(got.contains("refusal"));
    } else {
      EXPECT_EQ(got.at("refusal"), want.at("refusal").at("reason"));
      EXPECT_FALSE(got.contains("answer"));
    }
    EXPECT_EQ(got.at("others").size(), want.at("others").size());
  }
  EXPECT_EQ(given("answer", {{"question", "nothingmatchesthis"}}).at("refusal"), "no_match");
}

TEST_F(ToolsTest, ChoicesAreAllThatThereAre) {
  std::vector<std::string> reasons;
  for (const ComplaintReason reason : kComplaintReasons) reasons.emplace_back(name_of(reason));
  EXPECT_EQ(tool("report_problem").at("inputSchema").at("properties").at("reason").at("enum"), json(reasons));
  std::vector<std::string> kinds;
  for (const std::string_view kind : row_of(Field::kind).vocabulary) kinds.emplace_back(kind);
  const json search = tool("search").at("inputSchema").at("properties");
  EXPECT_EQ(search.at("kind").at("items").at("enum"), json(kinds));
  EXPECT_EQ(search.at("limit").at("maximum"), kResultsPerPage.most);
}

TEST_F(ToolsTest, AReportBecomesAnItem) {
  const json report = {{"id", "ko/install"}, {"reason", "outdated"}, {"comment", "Write to kim@example.com"}};
  const json given_item = given("report_problem", report);
  EXPECT_THAT(given_item.at("item").get<std::string>(), StartsWith("F-"));
  EXPECT_EQ(
      testing::count_in(folder_, "SELECT count(*) FROM complaints WHERE lang = 'ko' AND article = 'install'"),
      1);
  EXPECT_THAT(refusal("report_problem", {{"id", "ko/install"}}), HasSubstr("reason must be there"));
  EXPECT_THAT(refusal("report_problem", {{"id", "ko/install"}, {"reason", "rude"}}),
              HasSubstr("reason must be"));
  EXPECT_THAT(refusal("report_problem", {{"id", "ko/sign-in"}, {"reason", "wrong"}}),
              HasSubstr("id is no article in the language 'ko'"));
  EXPECT_THAT(refusal("report_problem", {{"id", "install"}, {"reason", "wrong"}, {"anchor", "nowhere"}}),
              HasSubstr("anchor is no section"));
  EXPECT_THAT(refusal("report_problem",
                      {{"id", "install"}, {"reason", "wrong"}, {"comment", std::string(2001, 'x')}}),
              HasSubstr("comment must be at most"));
  EXPECT_THAT(refusal("report_problem", {{"id", "/"}, {"reason", "wrong"}}),
              HasSubstr("There is no article"));
  EXPECT_EQ(testing::count_in(folder_, "SELECT count(*) FROM complaints"), 1);
}

TEST_F(ToolsTest, ChannelsAreThoseOfTheApiInTheLanguage) {
  const json korean = given("channels", {{"lang", "ko"}});
  json want = api("/api/v1/channels?lang=ko");
  for (json& channel : want.at("channels")) {
    const auto url = channel.at("url").get<std::string>();
    if (url.starts_with('/')) channel["url"] = "https://help.example.com" + url;
  }
  EXPECT_EQ(korean, want);
  // In words of the interface, where the settings have none.
  EXPECT_NE(korean.at("channels").at(0).at("name"),
            given("channels", {{"lang", "en"}}).at("channels").at(0).at("name"));
  EXPECT_LT(given("channels", {{"product", "Web"}}).at("channels").size(), korean.at("channels").size());
}

}  // namespace
}  // namespace signpost
