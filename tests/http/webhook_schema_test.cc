// webhook_schema_test.cc - what the service really sends to a help desk fits what web/openapi.json says of
// its webhooks, both ways round.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "base/ascii.h"
#include "base/file_io.h"
#include "delivery/send_event.h"
#include "schema_check.h"
#include "tests/unit/delivery/told_event.h"
#include "tests/unit/net/scripted_server.h"

namespace signpost {
namespace {

using nlohmann::json;
using testing::check_schema;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::ReceivedRequest;

const json& webhook_description() {
  static const json kDescribed = json::parse(read_file(SIGNPOST_SOURCE_DIR "/web/openapi.json"));
  return kDescribed;
}

const json& event_schema() { return webhook_description().at("components").at("schemas").at("RequestEvent"); }

// Sent to a server that answers with this status.
ReceivedRequest sent_to_desk(const EventMessage& message, int status, AttemptResult* result = nullptr) {
  testing::ScriptedServer server([&](const ReceivedRequest&, size_t) {
    return testing::http_answer(status, "", "Retry-After: 60\r\n");
  });
  const Delivery desk{.id = "desk",
                      .kinds = {},
                      .gate = {{*parse_network("127.0.0.0/8")}, true},
                      .ca_file = "",
                      .target = WebhookTarget{server.url(), {"a key of twenty-four byte"}, {}, {}}};
  const std::atomic<bool> cancelled{false};
  const AttemptResult got = send_event(desk, message, HttpClient(), 1'796'000'005, cancelled);
  if (result != nullptr) *result = got;
  return server.received().at(0);
}

// Of each kind, with all that a request can have, and with as little.
std::vector<EventMessage> told_messages() {
  RequestDraft whole = draft_of("ann@example.com", "It does not print.\n\"Really\" \U0001F937");
  whole.packet.level = "basic";
  RequestDraft least;
  least.message = "a";
  std::vector<EventMessage> all;
  for (const EventKind kind : kEventKinds) {
    if (kind == EventKind::answer_to_customer) continue;  // which no webhook is told
    for (const RequestDraft& draft : {whole, least}) {
      EventMessage message = told_event(draft);
      message.kind = kind;
      message.change.state =
          kind == EventKind::request_received ? RequestState::received : RequestState::closed;
      if (kind == EventKind::request_answered)
        message.answer = {1, "lee", 1'796'000'000, "Put in paper.", {"print", "en", "", "Print"}};
      if (kind == EventKind::request_assigned) message.request.assignee = "lee";
      if (kind == EventKind::request_merged) {
        message.request.merged_into = "0123-4567-89AB";
        message.request.is_merged = true;
      }
      all.push_back(message);
      message.answer.source = {};
      message.site = {};  // which says not where it is
      all.push_back(std::move(message));
    }
  }
  return all;
}

TEST(WebhookSchema, WhatIsSentFits) {
  for (const EventMessage& message : told_messages()) {
    const ReceivedRequest request = sent_to_desk(message, 200);
    const json event = json::parse(request.body);
    EXPECT_THAT(check_schema(event, event_schema(), webhook_description()), IsEmpty()) << request.body;
    const json& said =
        webhook_description().at("webhooks").at(event.at("type").get<std::string>()).at("post");
    for (const auto& [type, content] : said.at("requestBody").at("content").items()) {
      EXPECT_THAT(request.head, HasSubstr("\r\nContent-Type: " + type));
      EXPECT_EQ(content.at("schema").at("$ref"), "#/components/schemas/RequestEvent");
    }
    for (const json& parameter : said.at("parameters"))
      EXPECT_THAT(lower_case(request.head),
                  HasSubstr("\r\n" + parameter.at("name").get<std::string>() + ": "));
  }
}

TEST(WebhookSchema, EveryEventIsDescribedAndNoOther) {
  std::vector<std::string> described;
  for (const auto& [name, methods] : webhook_description().at("webhooks").items()) described.push_back(name);
  std::vector<std::string> kinds;
  for (const EventKind kind : kEventKinds) {
    if (kind != EventKind::answer_to_customer) kinds.emplace_back(name_of(kind));
  }
  EXPECT_THAT(described, ::testing::UnorderedElementsAreArray(kinds));
  const json& properties = event_schema().at("properties");
  EXPECT_THAT(properties.at("type").at("enum").get<std::vector<std::string>>(),
              ::testing::UnorderedElementsAreArray(kinds));
  std::vector<std::string> states;
  for (const RequestState state : kRequestStates) states.emplace_back(name_of(state));
  EXPECT_EQ(properties.at("data").at("properties").at("state").at("enum").get<std::vector<std::string>>(),
            states);
}

// A member that the description lacks, or one that is missing, would be seen.
TEST(WebhookSchema, WhatIsSentHasNoMoreAndNoLess) {
  const json event = json::parse(cloudevents_body(told_event()));
  for (const char* at : {"", "/data", "/data/packet", "/data/packet/tried/0"}) {
    const json::json_pointer place(at);
    json more = event;
    more[place]["surprise"] = 1;
    EXPECT_FALSE(check_schema(more, event_schema(), webhook_description()).empty()) << at;
    for (const auto& [name, value] : event.at(place).items()) {
      json less = event;
      less[place].erase(name);
      EXPECT_FALSE(check_schema(less, event_schema(), webhook_description()).empty()) << at << "/" << name;
    }
  }
}

TEST(WebhookSchema, AnswersMeanWhatIsSaid) {
  const struct {
    int status;
    const char* described;
    Attempt attempt;
    int retry_after;
  } cases[] = {{200, "2XX", Attempt::delivered, 0},
               {299, "2XX", Attempt::delivered, 0},
               {410, "410", Attempt::refused, 60},
               {302, "default", Attempt::failed, 60},
               {503, "default", Attempt::failed, 60}};
  for (const auto& [status, described, attempt, retry_after] : cases) {
    AttemptResult result;
    sent_to_desk(told_event(), status, &result);
    EXPECT_EQ(result.attempt, attempt) << status;
    EXPECT_EQ(result.retry_after.count(), retry_after) << status;
    for (const auto& [name, methods] : webhook_description().at("webhooks").items())
      EXPECT_TRUE(methods.at("post").at("responses").contains(described)) << name << " " << status;
  }
}

}  // namespace
}  // namespace signpost
