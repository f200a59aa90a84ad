// kept_answers_test.cc - what was asked before is given without a thread: the same bytes as it was made, for
// every kind of page and visitor, and counted and logged like everything else.
#include <gmock/gmock.h>

#include <sstream>

#include "net/server.h"
#include "net/url.h"
#include "test_site.h"
#include "tests/unit/net/patient_server.h"
#include "tests/unit/net/raw_client.h"

namespace signpost {
namespace {

using testing::Answer;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using testing::TestApp;

class KeptAnswersTest : public ::testing::Test {
 protected:
  KeptAnswersTest()
      : server_(testing::patient_options(),
                {.answer = [this](const Request& request) { return app_.app().handle(request); },
                 .refuse = testing::refuse,
                 .at_once = [this](const Request& request) { return app_.app().at_once(request); }}) {
    server_.start();
  }
  Answer ask(const std::string& method, const std::string& target, const std::string& headers) {
    client_.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    return client_.receive(method == "HEAD");
  }
  uint64_t given() const { return server_.stats().given_at_once; }

  TestApp app_;
  Server server_;
  RawClient client_{server_.port()};
};

// What has a banner that ends by itself is kept until then and no longer, whoever keeps it.
TEST(KeptIncidents, LeaveWithTheirMoment) {
  static int64_t now;
  now = testing::kTestNow;
  const testing::TemporaryDirectory index;
  TestApp app({.clock = [] { return now; }});
  app.serve(
      app.open(testing::publish_test_generation(index.path() + "/index", "", testing::test_incidents())));
  for (const char* target :
       {"/", "/search?q=backup", "/api/v1/incidents?active=1", "/api/v1/search?q=backup"}) {
    now = testing::kTestNow;
    const Response with = app.get(target);
    EXPECT_THAT(with.body, HasSubstr("Signing in is slow")) << target;
    EXPECT_EQ(testing::header_of(with, "Cache-Control"), "public, max-age=0, must-revalidate") << target;
    const std::vector<std::pair<std::string, std::string>> known = {{"if-none-match", with.etag}};
    now = testing::kTestNow + 59;
    EXPECT_EQ(app.get(target, known).status, 304) << target;
    for (int i = 0; i < 3; ++i) EXPECT_EQ(app.get(target).etag, with.etag) << target;  // now it lies ready
    now = testing::kTestNow + 60;
    const Response without = app.get(target, known);
    EXPECT_EQ(without.status, 200) << target;
    EXPECT_THAT(without.body, Not(HasSubstr("Signing in is slow"))) << target;
    Request request;
    request.method = "GET";
    ASSERT_TRUE(parse_target(target, request));
    if (const auto ready = app.app().at_once(request)) {
      EXPECT_THAT(ready->response().body, Not(HasSubstr("Signing in is slow"))) << target;
    }
  }
}

TEST_F(KeptAnswersTest, AreTheSameBytes) {
  const char* targets[] = {"/",
                           "/ko/",
                           "/en/articles/install",
                           "/articles/install",
                           "/community/printer-offline",
                           "/en/categories/setup",
                           "/en/categories",
                           "/search?q=install",
                           "/api/v1/search?q=install&lang=ko",
                           "/api/v1/suggest?q=ins"};
  const char* visitors[] = {"", "Accept-Encoding: gzip\r\n", "Accept-Encoding: br, gzip\r\n",
                            "Accept-Language: ja\r\n", "Cookie: lang=ko; theme=dark\r\n"};
  for (const std::string target : targets) {
    for (const std::string visitor : visitors) {
      const Answer made = ask("GET", target, visitor);
      ask("GET", target, visitor);
      const uint64_t before = given();
      const Answer kept = ask("GET", target, visitor);
      const Answer head = ask("HEAD", target, visitor);
      ASSERT_EQ(given(), before + 2) << target << " " << visitor;
      EXPECT_EQ(made.status, 200) << target;
      EXPECT_EQ(kept.head, made.head) << target;
      EXPECT_EQ(kept.body, made.body) << target;
      EXPECT_EQ(head.head, made.head) << target;
      const std::string condition = visitor + "If-None-Match: " + made.header("ETag") + "\r\n";
      const Answer unchanged = ask("GET", target, condition);
      const Answer again = ask("GET", target, condition);
      ASSERT_EQ(given(), before + 3) << target << " " << visitor;
      EXPECT_EQ(unchanged.status, 304) << target;
      EXPECT_EQ(again.head, unchanged.head) << target;
    }
  }
}

// What no key may leave out: each visitor gets what somebody who asks first would get.
TEST_F(KeptAnswersTest, AreForThoseWhoAskedTheSame) {
  TestApp fresh;
  const std::vector<std::pair<std::string, std::string>> visitors[] = {{},
                                                                       {{"accept-language", "ko"}},
                                                                       {{"cookie", "lang=ja"}},
                                                                       {{"cookie", "theme=dark"}},
                                                                       {{"accept-encoding", "br"}}};
  for (const char* target : {"/", "/articles/install", "/?lang=ko", "/?lang=ko&keep=1"}) {
    for (int round = 0; round < 3; ++round) {
      for (const auto& visitor : visitors) {
        std::string headers;
        for (const auto& [name, value] : visitor)
          headers.append(name).append(": ").append(value).append("\r\n");
        EXPECT_EQ(ask("GET", target, headers).body, fresh.get(target, visitor).body) << target << headers;
      }
    }
  }
}

TEST_F(KeptAnswersTest, GoWithTheirGeneration) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask("GET", "/en/articles/install", "").status, 200);
  EXPECT_EQ(given(), 1u);
  app_.serve(nullptr);
  EXPECT_EQ(ask("GET", "/en/articles/install", "").status, 503);
  const testing::TemporaryDirectory folder;
  app_.serve(app_.open(testing::publish_test_generation(folder.path(), "Another one")));
  EXPECT_EQ(ask("GET", "/en/articles/install", "").status, 200);
  EXPECT_EQ(given(), 1u);
}

TEST_F(KeptAnswersTest, AreNeverWhatIsOfThisMomentOrAPart) {
  for (int i = 0; i < 3; ++i) {
    for (const char* target : {"/healthz", "/nothing", "/search?page=x", "/ko", "/?lang=ko&keep=1"})
      ask("GET", target, "");
    ask("GET", "/files/img/logo.svg", "Range: bytes=0-3\r\n");
    ask("GET", "/", "If-Match: \"x\"\r\n");
    ask("POST", "/", "");
  }
  EXPECT_EQ(given(), 0u);
}

TEST_F(KeptAnswersTest, AreCountedAndLogged) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(ask("GET", "/api/v1/search?q=install", "").status, 200);
  EXPECT_EQ(given(), 3u);
  server_.stop();
  const std::string metrics = app_.app().metrics(server_.stats()).body;
  EXPECT_THAT(metrics, HasSubstr("signpost_requests_total{route=\"api_search\",status=\"200\"} 5\n"));
  EXPECT_THAT(metrics, HasSubstr("signpost_searches_total 5\n"));
  EXPECT_THAT(metrics, HasSubstr("signpost_cache_hits_total{cache=\"searches\"} 4\n"));
  EXPECT_THAT(metrics, HasSubstr("signpost_cache_misses_total{cache=\"searches\"} 1\n"));
  EXPECT_THAT(metrics, HasSubstr("signpost_answers_at_once_total 3\n"));
  std::istringstream lines(app_.log_text());
  int requests = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("\"msg\":\"request\"") == std::string::npos) continue;
    EXPECT_THAT(line, HasSubstr(R"("method":"GET","route":"api_search","status":200)"));
    ++requests;
  }
  EXPECT_EQ(requests, 5);
}

}  // namespace
}  // namespace signpost
