#include "desk/outbox_listing.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

const OutboxEntry kEntry = {.row = 17,
                            .id = "msg_0123",
                            .kind = EventKind::request_state_changed,
                            .delivery = "desk",
                            .code = "4F9K-0A7C-PQX3",
                            .change = {RequestState::answered, 1'796'000'000},
                            .state = OutboxState::dead,
                            .attempts = 21,
                            .last_failure = "answered 500",
                            .due_at = 1'796'000'005};

TEST(OutboxListing, HasALineForPeople) {
  EXPECT_EQ(outbox_line(kEntry),
            "17  dead     desk  request.state_changed  4F9K-0A7C-PQX3  2026-11-30T00:53:20Z  21 attempts: "
            "answered 500\n");
  OutboxEntry fresh = kEntry;
  fresh.state = OutboxState::waiting;
  fresh.attempts = 1;
  fresh.last_failure.clear();
  EXPECT_EQ(outbox_line(fresh),
            "17  waiting  desk  request.state_changed  4F9K-0A7C-PQX3  2026-11-30T00:53:20Z  1 attempt\n");
}

TEST(OutboxListing, IsJsonForPrograms) {
  const auto json = nlohmann::json::parse(outbox_json(kEntry));
  EXPECT_EQ(json["number"], 17);
  EXPECT_EQ(json["state"], "dead");
  EXPECT_EQ(json["id"], "msg_0123");
  EXPECT_EQ(json["request_state"], "answered");
  EXPECT_EQ(json["due"], "2026-11-30T00:53:25Z");
}

TEST(OutboxListing, IsCsvForSpreadsheets) {
  EXPECT_EQ(outbox_csv({kEntry}),
            "\"number\",\"state\",\"delivery\",\"id\",\"kind\",\"code\",\"request_state\",\"at\",\"due\","
            "\"attempts\","
            "\"last_failure\"\r\n"
            "17,\"dead\",\"desk\",\"msg_0123\",\"request.state_changed\",\"4F9K-0A7C-PQX3\",\"answered\","
            "\"2026-11-30T00:53:20Z\",\"2026-11-30T00:53:25Z\",21,\"answered 500\"\r\n");
}

}  // namespace
}  // namespace signpost
