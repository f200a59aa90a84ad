// request_operation_test.cc - a request is sent, kept and asked for, over the doors that a client uses.
#include "api/request_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "contact/proof.h"
#include "contact/request_guard.h"
#include "store/request_code.h"
#include "store/store.h"
#include "test_site.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::kTestNow;
using ::testing::MatchesRegex;
using ::testing::StartsWith;
using testing::TestApp;

constexpr char kBody[] = R"({"message": "It does not print.", "reply_to": "a@example.com"})";

class RequestOperationTest : public ::testing::Test {
 protected:
  Response send(const std::string& body, std::vector<std::pair<std::string, std::string>> headers = {}) {
    headers.emplace_back("content-type", "application/json");
    return app_.post("/api/v1/requests", body, std::move(headers));
  }
  static nlohmann::json json_of(const Response& response) { return nlohmann::json::parse(response.body); }
  int64_t count() { return folder_.open().number("SELECT count(*) FROM requests"); }

  const DataFolder folder_{"signpost-requests"};
  Store store_{{.dir = folder_.path(),
                .write_patience = std::chrono::milliseconds(0),
                .read_patience = std::chrono::milliseconds(0)}};
  TestApp app_{{.store = &store_, .clock = [] { return kTestNow; }}};
};

TEST_F(RequestOperationTest, KeepsARequestAndSaysItsCode) {
  const Response sent = send(kBody, {{"accept-language", "ko"}});
  ASSERT_EQ(sent.status, 201) << sent.body;
  const auto json = json_of(sent);
  const std::string code = json["code"];
  EXPECT_THAT(code, MatchesRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"));
  EXPECT_EQ(json["state"], "received");
  EXPECT_EQ(json["url"], "/ko/requests/" + code);
  EXPECT_EQ(header_of(sent, "Location"), "/ko/requests/" + code);
  EXPECT_EQ(header_of(sent, "Cache-Control"), "no-store");
  SqliteDatabase database = folder_.open();
  const auto kept = find_request(database, *parse_request_code(code));
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->draft.reply_to, "a@example.com");
  EXPECT_EQ(kept->draft.lang, "");  // nobody said so
  EXPECT_EQ(kept->changes[0].at, kTestNow);
  EXPECT_EQ(json_of(send(R"({"message": "a", "lang": "ja"})"))["url"].get<std::string>().substr(0, 4),
            "/ja/");
  EXPECT_EQ(json_of(send(R"({"message": "a", "lang": "xx"})"))["url"].get<std::string>().substr(0, 4),
            "/en/");
}

TEST_F(RequestOperationTest, TakesAForm) {
  const Response sent =
      app_.post("/api/v1/requests", "message=It+does+not+print.&packet.read=install%23steps",
                {{"content-type", "application/x-www-form-urlencoded"}});
  EXPECT_EQ(sent.status, 201) << sent.body;
  EXPECT_EQ(app_.post("/api/v1/requests", "x", {{"content-type", "text/plain"}}).status, 415);
}

TEST_F(RequestOperationTest, GivesTheSameRequestForTheSameKey) {
  const Response first = send(kBody, {{"idempotency-key", "\"8e03978e\""}});
  EXPECT_EQ(send(kBody, {{"idempotency-key", "\"8e03978e\""}}).body, first.body);
  EXPECT_EQ(send(kBody, {{"idempotency-key", "8e03978e"}}).body, first.body);  // without quotation marks
  EXPECT_EQ(count(), 1);
  const Response other = send(R"({"message": "Something else"})", {{"idempotency-key", "\"8e03978e\""}});
  EXPECT_EQ(other.status, 422);
  EXPECT_EQ(other.content_type, "application/problem+json");
  EXPECT_EQ(json_of(other)["errors"][0]["field"], "Idempotency-Key");
  EXPECT_EQ(send(kBody, {{"idempotency-key", std::string(256, 'x')}}).status, 400);
  EXPECT_EQ(send(kBody, {{"idempotency-key", "\xC3\xA4"}}).status, 400);
  EXPECT_EQ(count(), 1);
  const std::string form = "message=a&idempotency_key=k";
  const std::vector<std::pair<std::string, std::string>> headers = {
      {"content-type", "application/x-www-form-urlencoded"}};
  EXPECT_EQ(app_.post("/api/v1/requests", form, headers).body,
            app_.post("/api/v1/requests", form, headers).body);
  EXPECT_EQ(count(), 2);
}

TEST_F(RequestOperationTest, NamesTheFieldsThatAreWrong) {
  const Response refused = send(R"({"name": "A\nB", "message": " "})");
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.content_type, "application/problem+json");
  const auto json = json_of(refused);
  ASSERT_EQ(json["errors"].size(), 2u);
  EXPECT_EQ(json["errors"][0]["field"], "name");
  EXPECT_EQ(json["errors"][1]["field"], "message");
  EXPECT_EQ(count(), 0);
}

TEST_F(RequestOperationTest, SaysStatesAndTimesAndNoText) {
  const std::string code = json_of(send(kBody))["code"];
  {
    SqliteDatabase database = folder_.open();
    set_request_state(database, *parse_request_code(code), RequestState::answered, kTestNow + 60);
  }
  std::string typed = code;
  for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  std::string encoded;
  for (const char c : typed) encoded += c == ' ' ? std::string("%20") : std::string(1, c);
  for (const std::string& spelled : {code, encoded}) {
    const Response found = app_.get("/api/v1/requests/" + spelled);
    EXPECT_EQ(found.status, 200) << spelled;
    EXPECT_EQ(header_of(found, "Cache-Control"), "no-store");
    EXPECT_EQ(found.body, R"({"code":")" + code +
                              R"(","state":"answered","changes":[)"
                              R"({"state":"received","at":"2026-11-30T00:53:20Z"},)"
                              R"({"state":"answered","at":"2026-11-30T00:54:20Z"}],"answers":[]})");
  }
  EXPECT_EQ(app_.get("/api/v1/requests/0000-0000-0000").status, 404);
  EXPECT_EQ(app_.get("/api/v1/requests/x").status, 404);
}

TEST_F(RequestOperationTest, SaysThatItCannotBeKeptNow) {
  const std::string code = json_of(send(kBody))["code"];
  SqliteDatabase other = folder_.open();
  const SqliteTransaction transaction(other);
  const Response refused = send(kBody);
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.content_type, "application/problem+json");
  EXPECT_THAT(refused.body, HasSubstr("could not be kept"));
  EXPECT_EQ(app_.get("/api/v1/requests/" + code).status, 200);
  EXPECT_EQ(app_.get("/search?q=install").status, 200);
}

TEST_F(RequestOperationTest, TakesNothingThatAnotherSitesPageSends) {
  EXPECT_EQ(send(kBody, {{"sec-fetch-site", "cross-site"}}).status, 403);
  EXPECT_EQ(count(), 0);
}

TEST_F(RequestOperationTest, AsksForAProofInAFloodAndTellsWhenToComeAgain) {
  RequestGuard guard;
  TestApp guarded({.store = &store_, .clock = [] { return kTestNow; }, .guard = &guard});
  const auto post = [&](const nlohmann::json& body) {
    return guarded.post("/api/v1/requests", body.dump(), {{"content-type", "application/json"}});
  };
  EXPECT_EQ(post({{"message", "a"}}).status, 201);
  for (int i = 0; !guard.is_flooded(); ++i) guard.admit(std::to_string(i), "", "", kTestNow);
  const Response refused = post({{"message", "b"}});
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header_of(refused, "Retry-After"), "600");
  const auto asked = json_of(refused)["proof"];
  const std::string challenge = asked["challenge"];
  const std::string proof = challenge + ":" + find_proof(challenge, asked["bits"]);
  EXPECT_EQ(post({{"message", "b"}, {"proof", proof}}).status, 201);
  EXPECT_EQ(post({{"message", "c"}, {"proof", proof}}).status, 429) << "it is good once";
  EXPECT_EQ(count(), 2);
}

TEST_F(RequestOperationTest, StopsWhoGuessesCodes) {
  RequestGuard guard;
  TestApp guarded({.store = &store_, .clock = [] { return kTestNow; }, .guard = &guard});
  const std::string code = json_of(send(kBody))["code"];
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(guarded.get("/api/v1/requests/" + make_request_code()).status, 404);
    EXPECT_EQ(guarded.get("/api/v1/requests/mistyped").status, 404) << "which is no guess";
  }
  const Response stopped = guarded.get("/api/v1/requests/" + code);
  EXPECT_EQ(stopped.status, 429);
  EXPECT_EQ(header_of(stopped, "Retry-After"), "60");
  const Response page = guarded.get("/en/requests/" + code);
  EXPECT_EQ(page.status, 429);
  EXPECT_EQ(header_of(page, "Retry-After"), "60");
  EXPECT_EQ(header_of(page, "X-Robots-Tag"), "noindex");
}

// As if there were no such thing.
TEST(RequestOperationWithoutStore, IsNotThere) {
  TestApp app;
  const std::vector<std::pair<std::string, std::string>> json = {{"content-type", "application/json"}};
  const Response sent = app.post("/api/v1/requests", kBody, json);
  const Response nowhere = app.post("/api/v1/nowhere", kBody, json);
  EXPECT_EQ(sent.status, nowhere.status);
  EXPECT_EQ(sent.body, nowhere.body);
  EXPECT_EQ(header_of(sent, "Allow"), header_of(nowhere, "Allow"));
  EXPECT_EQ(app.get("/api/v1/requests/0000-0000-0000").status, 404);
  EXPECT_EQ(app.get("/en/requests/0000-0000-0000").status, 404);
  EXPECT_THAT(app.log_text(), Not(HasSubstr("\"route\":\"api_request\"")));
}

class RequestPageTest : public RequestOperationTest {};

TEST_F(RequestPageTest, TellsItsStateToWhoHasTheCode) {
  const std::string url = json_of(send(kBody))["url"];
  const Response page = app_.get(url);
  ASSERT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Received"));
  EXPECT_THAT(page.body, HasSubstr(url.substr(url.rfind('/') + 1)));
  EXPECT_THAT(page.body, HasSubstr("2026-11-30T00:53:20Z"));
  EXPECT_THAT(page.body, Not(HasSubstr("does not print")));
  EXPECT_THAT(page.body, Not(HasSubstr("a@example.com")));
  for (const char* lang : {"ko", "ja"}) {
    const Response other = app_.get("/" + std::string(lang) + url.substr(3));
    EXPECT_EQ(other.status, 200) << lang;
    EXPECT_THAT(other.body, HasSubstr("<html lang=\"" + std::string(lang)));
  }
  EXPECT_EQ(app_.get("/en/requests/0000-0000-0000").status, 404);
}

TEST_F(RequestPageTest, IsKeptFromSearchEnginesCachesAndOtherSites) {
  const std::string url = json_of(send(kBody))["url"];
  const Response page = app_.get(url);
  EXPECT_EQ(header_of(page, "Cache-Control"), "no-store");
  EXPECT_EQ(header_of(page, "Referrer-Policy"), "no-referrer");
  EXPECT_EQ(header_of(page, "X-Robots-Tag"), "noindex");
  EXPECT_EQ(header_of(page, "ETag"), "");
  EXPECT_THAT(page.body, HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_THAT(page.body, Not(HasSubstr("rel=\"canonical\"")));
  {
    SqliteDatabase database = folder_.open();
    set_request_state(database, *parse_request_code(url.substr(url.rfind('/') + 1)), RequestState::closed,
                      kTestNow + 60);
  }
  EXPECT_THAT(app_.get(url, {{"if-none-match", "*"}}).body, HasSubstr("Closed"));
}

}  // namespace
}  // namespace signpost
