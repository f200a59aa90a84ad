#include "delivery/event_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "told_event.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(EventMessage, TellsTheStateOfItsOwnMoment) {
  const DueEvent event{.id = "msg_1", .code = "4F9K0A7CPQX3", .change = {RequestState::received, 100}};
  StoredRequest request{.code = "4F9K-0A7C-PQX3",
                        .changes = {{RequestState::received, 100}, {RequestState::closed, 200}},
                        .draft = draft_of("ann@example.com")};
  const EventMessage message = event_message(event, request, {});
  EXPECT_THAT(message.request.changes, ElementsAre(StateChange{RequestState::received, 100}));
  EXPECT_EQ(event_fields(message).at("state"), "received");
}

TEST(EventMessage, IsACloudEvent) {
  const auto event = nlohmann::json::parse(cloudevents_body(told_event()));
  EXPECT_EQ(event["specversion"], "1.0");
  EXPECT_EQ(event["id"], "msg_0123");
  EXPECT_EQ(event["source"], "https://help.example.com");
  EXPECT_EQ(event["type"], "request.received");
  EXPECT_EQ(event["subject"], "4F9K-0A7C-PQX3");
  EXPECT_EQ(event["time"], "2026-11-30T00:53:20Z");
  EXPECT_EQ(event["datacontenttype"], "application/json");
  const auto& data = event["data"];
  EXPECT_EQ(data["code"], "4F9K-0A7C-PQX3");
  EXPECT_EQ(data["url"], "https://help.example.com/en/requests/4F9K-0A7C-PQX3");
  EXPECT_EQ(data["reply_to"], "ann@example.com");
  EXPECT_EQ(data["message"], "It does not print.");
  EXPECT_EQ(data["packet"]["tried"][0]["step"], 2);
  EXPECT_THAT(data["text"].get<std::string>(), HasSubstr("https://help.example.com/articles/print#paper"));
}

TEST(EventMessage, HasASourceAndALinkWhereverTheSiteIs) {
  EventMessage message = told_event();
  message.site.url.clear();
  message.request.draft.lang = "fr";  // which the site has not
  const auto event = nlohmann::json::parse(cloudevents_body(message));
  EXPECT_EQ(event["source"], "/");  // must not be empty
  EXPECT_EQ(event["data"]["url"], "/en/requests/4F9K-0A7C-PQX3");
  message.request.draft.lang = "ko";
  EXPECT_EQ(event_fields(message).at("url"), "/ko/requests/4F9K-0A7C-PQX3");
}

TEST(EventMessage, KnowsAnAddressOfMailFromOtherTexts) {
  const struct {
    std::string in, want;
  } cases[] = {
      {"ann@example.com", "ann@example.com"},
      {" ann+a@mail.example.co.kr ", "ann+a@mail.example.co.kr"},
      {"", ""},
      {"+82 2 1234 5678", ""},
      {"ann@example.com, bob@example.com", ""},
      {"Ann <ann@example.com>", ""},
      {"ann@example.com\r\nBcc: all@example.com", ""},
      {"ann@", ""},
  };
  for (const auto& [in, want] : cases) EXPECT_EQ(mail_address_of(draft_of(in)), want) << in;
}

TEST(EventMessage, HasASubjectOfOneLine) {
  EXPECT_EQ(subject_of(told_event(draft_of("a", "\n It does not print.\nIt did before."))),
            "[4F9K-0A7C-PQX3] It does not print.…");
  EXPECT_EQ(subject_of(told_event(draft_of("a", "인쇄가 안 돼요"))), "[4F9K-0A7C-PQX3] 인쇄가 안 돼요");
  EventMessage message = told_event();
  message.kind = EventKind::request_state_changed;
  message.change = {RequestState::answered, 200};
  EXPECT_EQ(subject_of(message), "[4F9K-0A7C-PQX3] answered");
}

TEST(EventMessage, TellsWhatWasAnsweredAndWhoHasIt) {
  const DueEvent due{.id = "msg_1",
                     .kind = EventKind::request_answered,
                     .code = "4F9K0A7CPQX3",
                     .change = {RequestState::answered, 200},
                     .happened_at = 250,
                     .answer = 7};
  StoredRequest request{.code = "4F9K-0A7C-PQX3",
                        .changes = {{RequestState::received, 100}, {RequestState::answered, 200}},
                        .draft = draft_of("ann@example.com")};
  request.notes = {{"kim", 220, "A difficult one."}};
  request.answers = {{7, "lee", 250, "Put in paper.", {"print", "en", "paper", "Print"}},
                     {8, "kim", 300, "Or ink.", {}}};
  request.assignee = "lee";
  request.merged_into = "0123-4567-89AB";
  request.is_merged = true;
  const EventMessage message = event_message(due, request, {});
  const auto event = nlohmann::json::parse(cloudevents_body(message));
  EXPECT_EQ(event["type"], "request.answered");
  EXPECT_EQ(event["time"], "1970-01-01T00:04:10Z");
  EXPECT_EQ(event["data"]["assignee"], "lee");
  EXPECT_EQ(event["data"]["merged_into"], "0123-4567-89AB");
  EXPECT_EQ(event["data"]["answer"]["text"], "Put in paper.");
  EXPECT_EQ(event["data"]["answer"]["source"]["anchor"], "paper");
  EXPECT_THAT(event["data"]["text"].get<std::string>(), HasSubstr("Put in paper."));
  EXPECT_THAT(event.dump(), ::testing::Not(HasSubstr("Or ink."))) << "was answered later";
  EXPECT_THAT(event.dump(), ::testing::Not(HasSubstr("A difficult one.")));
  EXPECT_EQ(event_fields(message).at("answer"), "Put in paper.");
  EventMessage merged = message;
  merged.kind = EventKind::request_merged;
  EXPECT_EQ(subject_of(merged), "[4F9K-0A7C-PQX3] goes on in 0123-4567-89AB");
  merged.kind = EventKind::request_assigned;
  EXPECT_EQ(subject_of(merged), "[4F9K-0A7C-PQX3] assigned to lee");
}

TEST(EventMessage, KnowsItsFieldsByName) {
  for (const auto& [name, value] : event_fields(told_event())) EXPECT_TRUE(is_event_field(name)) << name;
  EXPECT_FALSE(is_event_field("packet"));
  EXPECT_FALSE(is_event_field(""));
}

}  // namespace
}  // namespace signpost
