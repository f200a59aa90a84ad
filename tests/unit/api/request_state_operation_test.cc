// request_state_operation_test.cc - a help desk says what has become of a request, and others are told.
#include "api/request_state_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "net/webhook.h"
#include "store/request_code.h"
#include "store/store.h"
#include "test_site.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using testing::kTestNow;
using testing::TestApp;

constexpr char kAnswered[] = R"({"state": "answered"})";

class RequestStateOperationTest : public ::testing::Test {
 protected:
  RequestStateOperationTest() : code_(store_.keep(draft_of("ann@example.com"), "", kTestNow)->code) {}

  Response send(const std::string& code, const std::string& body, const std::string& id = "msg_1",
                const std::string& key = std::string(32, 'k')) {
    const std::string now = std::to_string(kTestNow);
    return app_.post("/api/v1/requests/" + code + "/state", body,
                     {{"content-type", "application/json"},
                      {"webhook-id", id},
                      {"webhook-timestamp", now},
                      {"webhook-signature", webhook_signature(key, id, now, body)}});
  }
  RequestState state() { return store_.find_state(*parse_request_code(code_))->state(); }
  int64_t events() {
    int64_t count = 0;
    store_.read([&](SqliteDatabase& database) { count = database.number("SELECT count(*) FROM outbox"); });
    return count;
  }

  const DataFolder folder_{"signpost-request-state"};
  Store store_{{.dir = folder_.path(),
                .write_patience = std::chrono::milliseconds(0),
                .read_patience = std::chrono::milliseconds(0),
                .subscriptions = {{"desk", {EventKind::request_state_changed}}}}};
  WebhookReceiver webhooks_{{std::string(32, 'k')}, 0};
  TestApp app_{{.store = &store_, .clock = [] { return kTestNow; }, .webhooks = &webhooks_}};
  const std::string code_;
};

TEST_F(RequestStateOperationTest, ChangesTheStateAndTellsOthers) {
  const Response changed = send(code_, kAnswered);
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(nlohmann::json::parse(changed.body)["state"], "answered");
  EXPECT_EQ(nlohmann::json::parse(changed.body)["changes"].size(), 2u);
  EXPECT_EQ(testing::header_of(changed, "Cache-Control"), "no-store");
  EXPECT_EQ(state(), RequestState::answered);
  EXPECT_EQ(events(), 1);
  EXPECT_EQ(send(code_, kAnswered, "msg_2").status, 200);  // it is so already
  EXPECT_EQ(events(), 1);
}

TEST_F(RequestStateOperationTest, BelievesNobodyElse) {
  EXPECT_EQ(send(code_, kAnswered, "msg_1", std::string(32, 'x')).status, 401);
  EXPECT_EQ(
      app_.post("/api/v1/requests/" + code_ + "/state", kAnswered, {{"content-type", "application/json"}})
          .status,
      401);
  EXPECT_EQ(state(), RequestState::received);
  EXPECT_EQ(send(code_, kAnswered).status, 200);
  EXPECT_EQ(send(code_, kAnswered).status, 409);
}

TEST_F(RequestStateOperationTest, SaysWhatIsNoChange) {
  int nth = 0;
  for (const char* body : {"", "[]", "{}", R"({"state": "lost"})", R"({"state": 3})",
                           R"({"state": "closed", "note": "x"})", R"("closed")"}) {
    const Response refused = send(code_, body, "msg_bad" + std::to_string(++nth));
    EXPECT_EQ(refused.status, 400) << body;
    EXPECT_THAT(refused.body, ::testing::HasSubstr("\"field\":\"state\"")) << body;
  }
  EXPECT_EQ(send("0000-0000-0000", kAnswered, "msg_a").status, 404);
  EXPECT_EQ(send("nonsense", kAnswered, "msg_b").status, 404);
  EXPECT_EQ(state(), RequestState::received);
}

// Whoever sends it may send the same again.
TEST_F(RequestStateOperationTest, TakesTheSameMessageAgainWhenItCouldNotBeKept) {
  {
    SqliteDatabase other = folder_.open();
    const SqliteTransaction transaction(other);
    EXPECT_EQ(send(code_, kAnswered).status, 503);
  }
  EXPECT_EQ(send(code_, kAnswered).status, 200);
}

}  // namespace
}  // namespace signpost
