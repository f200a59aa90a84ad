#include "delivery/send_event.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/dates.h"
#include "net/webhook.h"
#include "scripted_server.h"
#include "told_event.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::http_answer;
using ::testing::Not;
using testing::ReceivedRequest;
using testing::ScriptedServer;

constexpr int64_t kNow = 1'796'000'005;
const std::string kKey = "a key of twenty-four byte";
const std::string kNextKey = "the key that comes after it";

Delivery webhook_to(const std::string& url) {
  return {.id = "desk",
          .kinds = {EventKind::request_received},
          .gate = {{*parse_network("127.0.0.0/8")}, true},
          .ca_file = "",
          .target = WebhookTarget{url, {kKey}, {}, {}}};
}

AttemptResult send_to(const Delivery& delivery) {
  const std::atomic<bool> cancelled{false};
  return send_event(delivery, told_event(), HttpClient(), kNow, cancelled);
}

std::string header_of(const ReceivedRequest& request, const std::string& name) {
  const size_t begin = request.head.find("\r\n" + name + ": ");
  if (begin == std::string::npos) return "";
  const size_t value = begin + name.size() + 4;
  return request.head.substr(value, request.head.find("\r\n", value) - value);
}

TEST(SendEvent, SignsWhatItSendsWithEachKey) {
  ScriptedServer server([](const ReceivedRequest&, size_t) { return http_answer(204, ""); });
  Delivery delivery = webhook_to(server.url() + "/hook");
  std::get<WebhookTarget>(delivery.target).keys = {kKey, kNextKey};
  EXPECT_EQ(send_to(delivery).attempt, Attempt::delivered);
  const ReceivedRequest got = server.received().at(0);
  EXPECT_EQ(header_of(got, "Content-Type"), "application/cloudevents+json; charset=utf-8");
  EXPECT_EQ(header_of(got, "webhook-id"), "msg_0123");
  EXPECT_EQ(header_of(got, "webhook-timestamp"), std::to_string(kNow));
  EXPECT_EQ(got.body, cloudevents_body(told_event()));
  for (const std::string& key : {kKey, kNextKey}) {
    WebhookReceiver receiver({key}, 0);
    EXPECT_EQ(receiver.receive({header_of(got, "webhook-id"), header_of(got, "webhook-timestamp"),
                                header_of(got, "webhook-signature")},
                               got.body, kNow),
              WebhookVerdict::good);
  }
}

TEST(SendEvent, SendsABodyOfItsOwnWithItsHeaders) {
  ScriptedServer server([](const ReceivedRequest&, size_t) { return http_answer(201, "{}"); });
  Delivery delivery = webhook_to(server.url() + "/hook");
  auto& webhook = std::get<WebhookTarget>(delivery.target);
  webhook.keys.clear();
  webhook.headers = {{"Authorization", "Bearer x"}, {"Idempotency-Key", "{{id}}"}};
  webhook.body.emplace(R"({"title": "{{code}}"})", "a.json");
  EXPECT_EQ(send_to(delivery).attempt, Attempt::delivered);
  const ReceivedRequest got = server.received().at(0);
  EXPECT_EQ(got.body, R"({"title":"4F9K-0A7C-PQX3"})");
  EXPECT_EQ(header_of(got, "Content-Type"), "application/json");
  EXPECT_EQ(header_of(got, "Authorization"), "Bearer x");
  EXPECT_EQ(header_of(got, "Idempotency-Key"), "msg_0123");
  EXPECT_THAT(got.head, Not(HasSubstr("webhook-signature")));
}

TEST(SendEvent, TellsWhatBecameOfIt) {
  const struct {
    std::string in;
    Attempt attempt;
    std::string failure;
    bool is_other_side;
    int retry_after;
  } cases[] = {
      {http_answer(200, "ok"), Attempt::delivered, "", false, 0},
      {http_answer(299, ""), Attempt::delivered, "", false, 0},
      {http_answer(302, "", "Location: http://127.0.0.1:1/\r\n"), Attempt::failed,
       "answered 302, and redirects are not followed", true, 0},
      {http_answer(400, "ann@example.com is no user"), Attempt::failed, "answered 400", false, 0},
      {http_answer(401, ""), Attempt::failed, "answered 401", true, 0},
      {http_answer(410, ""), Attempt::refused, "answered 410", true, 0},
      {http_answer(422, ""), Attempt::failed, "answered 422", false, 0},
      {http_answer(429, "", "Retry-After: 120\r\n"), Attempt::failed, "answered 429", true, 120},
      {http_answer(500, "ann@example.com"), Attempt::failed, "answered 500", true, 0},
      {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nann", Attempt::failed, "", true, 0},
  };
  for (const auto& one : cases) {
    ScriptedServer server([&](const ReceivedRequest&, size_t) { return one.in; });
    const AttemptResult result = send_to(webhook_to(server.url() + "/secret-path"));
    EXPECT_EQ(result.attempt, one.attempt) << one.in;
    EXPECT_THAT(result.failure,
                AllOf(HasSubstr(one.failure), Not(HasSubstr("ann")), Not(HasSubstr("secret"))))
        << one.in;
    EXPECT_EQ(result.is_other_side, one.is_other_side) << one.in;
    EXPECT_EQ(result.retry_after.count(), one.retry_after) << one.in;
    EXPECT_EQ(server.received().size(), 1u);
  }
}

TEST(SendEvent, ReachesNoAddressThatIsNotListed) {
  ScriptedServer server([](const ReceivedRequest&, size_t) { return http_answer(200, ""); });
  Delivery delivery = webhook_to(server.url());
  delivery.gate = {};
  const AttemptResult result = send_to(delivery);
  EXPECT_EQ(result.attempt, Attempt::failed);
  EXPECT_THAT(result.failure, HasSubstr("may not be reached"));
  EXPECT_TRUE(server.received().empty());
}

TEST(SendEvent, SaysNoMoreOfSettingsThanThatTheyAreWrong) {
  const AttemptResult result = send_to(webhook_to("https://user:hidden@:99999/"));
  EXPECT_EQ(result.attempt, Attempt::failed);
  EXPECT_EQ(result.failure, "the settings of this delivery can't be used");
}

// A receiver that never answers doesn't hold up the end of the service.
TEST(SendEvent, EndsWhenItIsCancelled) {
  std::atomic<bool> cancelled{false};
  ScriptedServer server([&](const ReceivedRequest&, size_t) {
    cancelled = true;
    return std::string();
  });
  const AttemptResult result =
      send_event(webhook_to(server.url()), told_event(), HttpClient(), kNow, cancelled);
  EXPECT_EQ(result.attempt, Attempt::cancelled);
}

TEST(SendEvent, GivesMailToTheServerOrSaysWhyNot) {
  Delivery delivery = webhook_to("");
  delivery.target =
      MailTarget{"smtp://127.0.0.1:1", false, "", "", {"", "help@example.com"}, {"desk@example.com"}};
  const AttemptResult result = send_to(delivery);
  EXPECT_EQ(result.attempt, Attempt::failed);
  EXPECT_TRUE(result.is_other_side);
  EXPECT_THAT(result.failure, Not(HasSubstr("example.com")));
}

}  // namespace
}  // namespace signpost
