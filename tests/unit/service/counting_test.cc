// counting_test.cc - what visitors look for is counted from real requests: once each, of nobody in
// particular, and not of those who don't count.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "insights/event_counter.h"
#include "store/event_file.h"
#include "store/insight_table.h"
#include "store/store.h"
#include "test_site.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::Pair;
using testing::TemporaryDirectory;
using testing::TestApp;
using ::testing::UnorderedElementsAre;
using Headers = std::vector<std::pair<std::string, std::string>>;

const std::string kBrowser = "Mozilla/5.0";

class CountingTest : public ::testing::Test {
 protected:
  CountingTest() { counter_.use({}); }

  AppOptions options() {
    AppOptions options;
    options.clock = [] { return testing::kTestNow; };
    options.store = &store_;
    options.counter = &counter_;
    return options;
  }
  Response get(const std::string& target, Headers more = {}) {
    more.emplace_back("user-agent", kBrowser);
    more.emplace_back("host", "help.example.com");
    return app_.get(target, more);
  }
  Response tell(const std::string& json, Headers more = {}) {
    more.emplace_back("user-agent", kBrowser);
    more.emplace_back("content-type", "text/plain;charset=UTF-8");
    return app_.post("/api/v1/events", json, more);
  }
  static Headers from(const std::string& path) { return {{"referer", "https://help.example.com" + path}}; }

  std::map<std::string, int64_t> counts() {
    counter_.write();
    std::map<std::string, int64_t> counts;
    auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
    if (!events) return counts;
    const auto day = static_cast<uint32_t>(testing::kTestNow / 86'400);
    each_day_count(*events, day, day, "", [&](const DayCount& count) {
      if (count.number != 0) counts[count.lang + " " + count.what] = count.number;
    });
    return counts;
  }

  TemporaryDirectory folder_;
  Store store_{{.dir = folder_.path()}};
  EventCounter counter_{
      {.dir = folder_.path(), .most_of_address = 0, .clock = [] { return testing::kTestNow; }}};
  TestApp app_{options()};
};

TEST_F(CountingTest, CountsASearchHoweverItsAnswerIsMade) {
  const Response first = get("/search?q=install");
  get("/search?q=install");
  get("/search?q=install");  // lies ready by now
  EXPECT_EQ(get("/search?q=password", {{"if-none-match", get("/search?q=password").etag}}).status, 304);
  get("/api/v1/search?q=backup");
  const auto counted = counts();
  EXPECT_EQ(counted.at("en searches"), 3);
  EXPECT_EQ(counted.at("en visits"), 1);
  EXPECT_FALSE(counted.contains("en clicked"));
}

// As where a program asks the API.
TEST_F(CountingTest, CountsWhatAnAssistantLooksForAndReads) {
  const auto call = [this](const std::string& tool, const std::string& arguments, const std::string& agent) {
    const Response response =
        app_.post("/mcp",
                  R"({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": ")" + tool +
                      R"(", "arguments": )" + arguments + "}}",
                  {{"content-type", "application/json"}, {"user-agent", agent}});
    EXPECT_EQ(response.status, 200) << response.body;
  };
  call("search", R"({"query": "install"})", "Assistant/1");
  call("fetch", R"({"id": "en/install"})", "Assistant/1");
  call("search", R"({"query": "password"})", "Assistant/1 (+https://assistant.example/bot)");
  const auto counted = counts();
  EXPECT_EQ(counted.at("en searches"), 1);
  EXPECT_EQ(counted.at("en article_visits"), 1);
}

// As the widget on another site's page does.
TEST_F(CountingTest, CountsWhatAProgramOpensFromASearch) {
  get("/api/v1/search?q=install");
  get("/api/v1/articles/install");
  EXPECT_FALSE(counts().contains("en clicked"));
  get("/api/v1/articles/install?q=install");
  EXPECT_EQ(counts().at("en clicked"), 1);
  EXPECT_EQ(counts().at("en searches"), 1);
}

TEST_F(CountingTest, CountsAnAnswerThatNeedsNoThread) {
  get("/en/articles/install");
  get("/en/articles/install");
  Request request;
  request.method = "GET";
  request.path = request.raw_path = "/en/articles/install";
  request.headers = {{"user-agent", "Another"}};
  request.client = "192.0.2.9";
  ASSERT_NE(app_.app().at_once(request), nullptr);
  EXPECT_EQ(counts().at("en article_visits"), 2);
}

TEST_F(CountingTest, KnowsFromWhichSearchAnArticleWasOpened) {
  get("/search?q=Install");
  get("/en/articles/install", from("/search?q=Install&lang=en"));
  get("/en/articles/install", from("/search?q=install"));
  get("/en/articles/backup", from("/en/articles/install"));
  get("/en/articles/sign-in", {{"referer", "https://elsewhere.example/search?q=install"}});
  EXPECT_EQ(counts().at("en clicked"), 1);
  auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
  EXPECT_EQ(events->number("SELECT count(*) FROM clicks"), 1);
  EXPECT_EQ(events->number("SELECT position FROM clicks"), 1);
}

TEST_F(CountingTest, TakesWhatAPageTells) {
  get("/search?q=password");
  EXPECT_EQ(tell(R"({"kind": "click", "id": "reset-password", "q": "password", "position": 0})").status, 204);
  get("/en/articles/reset-password", from("/search?q=password"));
  EXPECT_EQ(tell(R"({"kind": "read", "id": "reset-password"})").status, 204);
  EXPECT_EQ(tell(R"({"kind": "read", "id": "reset-password"})").status, 204);
  const auto counted = counts();
  EXPECT_EQ(counted.at("en clicked"), 1);
  EXPECT_EQ(counted.at("en read"), 1);
  auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
  EXPECT_EQ(events->number("SELECT position FROM clicks"), 0);
}

TEST_F(CountingTest, CountsShortAddressesByArticleAndDay) {
  const std::string body = get("/api/v1/articles/install").body;
  const std::string path = body.substr(body.find("/s/"), 9);
  get(path);
  get(path);
  get(path, {{"user-agent", "facebookexternalhit/1.1"}});
  get("/s/zzzzzz");
  EXPECT_THAT(counts(), IsEmpty());
  auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
  EXPECT_EQ(events->number("SELECT short_address FROM article_days"), 2);
  EXPECT_EQ(events->number("SELECT visits FROM article_days"), 0);
}

TEST_F(CountingTest, RefusesWhatNoPageTells) {
  for (const char* json :
       {"", "[]", "{}", R"({"kind": "click", "id": "install"})", R"({"kind": "read", "id": "no-such-id"})",
        R"({"kind": "read", "id": "install", "name": "Kim"})", R"({"kind": "read", "id": 7})",
        R"({"kind": "click", "id": "install", "q": "a", "position": -1})",
        R"({"kind": "click", "id": "install", "q": "a", "position": 1001})"})
    EXPECT_EQ(tell(json).status, 400) << json;
  EXPECT_EQ(tell(R"({"kind": "read", "id": "install", "lang": ")" + std::string(600, 'x') + "\"}").status,
            400);
  EXPECT_EQ(tell(R"({"kind": "read", "id": "install"})", {{"origin", "https://elsewhere.example"}}).status,
            403);
  EXPECT_EQ(app_.post("/api/v1/events", "{}", {{"content-type", "text/html"}}).status, 415);
  EXPECT_THAT(counts(), IsEmpty());
}

TEST_F(CountingTest, LeavesOutThoseWhoWantToBeNoPartOfIt) {
  get("/search?q=install", {{"sec-gpc", "1"}});
  get("/search?q=install", {{"dnt", "1"}});
  tell(R"({"kind": "read", "id": "install"})", {{"sec-gpc", "1"}});
  EXPECT_THAT(counts(), UnorderedElementsAre(Pair("en not_counted", 3)));
}

TEST_F(CountingTest, CountsNobodyWhoIsNoVisitor) {
  get("/search?q=install", {{"sec-purpose", "prefetch;prerender"}});
  get("/search?q=install", {{"cookie", "__Host-signpost-staff=abc"}});
  app_.get("/search?q=install", {{"user-agent", "ExampleBot/2.1 (+https://bot.example)"}});
  app_.get("/search?q=install", {{"user-agent", kBrowser}}, "HEAD");
  get("/search?q=");
  get("/api/v1/answer?q=install", from("/en/requests/new"));
  get("/assets/css/app.css");
  EXPECT_THAT(counts(), IsEmpty());
}

TEST_F(CountingTest, SaysWhatBecameOfAQuestion) {
  get("/ask?q=zzzz");
  const auto counted = counts();
  EXPECT_EQ(counted.at("en searches"), 1);
  EXPECT_EQ(counted.at("en refused"), 1);
  EXPECT_EQ(counted.at("en without_result"), 1);
  EXPECT_EQ(counted.at("en refused:no_match"), 1);
}

// Of a page of results, which looks for an answer unasked.
TEST_F(CountingTest, RefusesNoAnswerToWordsThatAreNoQuestion) {
  get("/search?q=zzzz");
  EXPECT_EQ(counts().count("en refused"), 0u);
  get("/search?q=where+is+zzzz");
  EXPECT_EQ(counts().at("en refused"), 1);
  get("/search?q=yyyy&not=install%23start");
  EXPECT_EQ(counts().at("en unhelpful"), 1);
}

TEST_F(CountingTest, PutsTheFormToPeopleBehindAnArticle) {
  get("/search?q=install");
  get("/en/articles/install", from("/search?q=install"));
  get("/en/requests/new");
  const auto counted = counts();
  EXPECT_EQ(counted.at("en contact_begun"), 1);
  auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
  EXPECT_EQ(events->number("SELECT contact_begun FROM article_days"), 1);
  EXPECT_EQ(events->number("SELECT contact FROM query_days"), 1);
}

}  // namespace
}  // namespace signpost
