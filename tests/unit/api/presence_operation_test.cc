// presence_operation_test.cc - heartbeats: what is one, who may send it, and that it opens a channel once.
#include "api/presence_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/channels_operation.h"
#include "api/signed_message.h"
#include "net/webhook.h"
#include "test_site.h"

namespace signpost {
namespace {

using testing::kTestNow;

constexpr char kBeat[] = R"({"free": 2, "waiting": 3, "ttl_s": 60})";

struct Desk {
  Presence presence;
  WebhookReceiver webhooks{{std::string(32, 'k')}, 0};
};

OperationContext at_desk(Desk& desk, std::string_view body) {
  static const testing::TemporaryDirectory index;
  static const OpenGeneration generation(
      testing::publish_test_generation(index.path() + "/index", "", {}, testing::test_channels()));
  static const std::map<std::string, std::string> kNoTexts;
  return {.generation = &generation,
          .lang = "en",
          .texts = kNoTexts,
          .now = kTestNow,
          .sent = {"application/json", body},
          .presence = &desk.presence,
          .webhooks = &desk.webhooks};
}

Parameters signed_by(const std::string& key, const std::string& id, std::string_view body,
                     const std::string& channel = "chat") {
  const std::string time = std::to_string(kTestNow);
  Parameters arguments;
  arguments.add("channel", channel);
  arguments.add(kWebhookId.name, id);
  arguments.add(kWebhookTimestamp.name, time);
  arguments.add(kWebhookSignature.name, webhook_signature(key, id, time, body));
  return arguments;
}

TEST(PresenceOperation, OpensAChannelForItsTime) {
  Desk desk;
  const Answer answer =
      presence_operation().answer(at_desk(desk, kBeat), signed_by(std::string(32, 'k'), "msg_1", kBeat));
  EXPECT_EQ(answer.status, 200) << answer.text;
  EXPECT_EQ(answer.text, R"({"channel":"chat","until":"2026-11-30T00:54:20Z"})");
  ASSERT_TRUE(desk.presence.at("chat", kTestNow + 59));
  EXPECT_EQ(desk.presence.at("chat", kTestNow)->free, 2u);
  EXPECT_FALSE(desk.presence.at("chat", kTestNow + 60));
}

TEST(PresenceOperation, BelievesNobodyElse) {
  const std::string key(32, 'k');
  const std::string other(32, 'x');
  const struct {
    const char* why;
    std::string key;
    const char* signed_body;
    const char* body;
    const char* channel;
    int status;
    const char* detail;
  } kCases[] = {
      {"another key", other, kBeat, kBeat, "chat", 401, "by none of the secrets"},
      {"an altered body", key, kBeat, R"({"free": 9, "waiting": 0, "ttl_s": 60})", "chat", 401,
       "by none of the secrets"},
      {"a channel that is not there", key, kBeat, kBeat, "fax", 404,
       "no channel of this name that asks for presence"},
      {"one that asks for no presence", key, kBeat, kBeat, "phone", 404, "that asks for presence"},
      {"no heartbeat", key, "[]", "[]", "chat", 400, "This is no heartbeat."},
  };
  for (const auto& one : kCases) {
    Desk desk;
    const Answer answer = presence_operation().answer(
        at_desk(desk, one.body), signed_by(one.key, "msg_1", one.signed_body, one.channel));
    EXPECT_EQ(answer.status, one.status) << one.why;
    EXPECT_THAT(answer.text, ::testing::HasSubstr(one.detail)) << one.why;
    EXPECT_FALSE(desk.presence.at("chat", kTestNow)) << one.why;
  }
}

TEST(PresenceOperation, TakesEachMessageOnce) {
  Desk desk;
  const Parameters arguments = signed_by(std::string(32, 'k'), "msg_1", kBeat);
  EXPECT_EQ(presence_operation().answer(at_desk(desk, kBeat), arguments).status, 200);
  EXPECT_EQ(presence_operation().answer(at_desk(desk, kBeat), arguments).status, 409);
}

TEST(PresenceOperation, NeedsSecrets) {
  Desk desk;
  desk.webhooks.use_keys({});
  const Parameters arguments = signed_by(std::string(32, 'k'), "msg_1", kBeat);
  EXPECT_EQ(presence_operation().answer(at_desk(desk, kBeat), arguments).status, 401);
  OperationContext nobody = at_desk(desk, kBeat);
  nobody.webhooks = nullptr;
  EXPECT_EQ(presence_operation().answer(nobody, arguments).status, 401);
}

TEST(PresenceOperation, NamesTheFieldThatIsWrong) {
  const struct {
    const char* json;
    std::vector<std::string> fields;
  } kCases[] = {
      {kBeat, {}},
      {R"({"free":0,"waiting":1000000,"ttl_s":3600})", {}},
      {R"({"free":-1,"waiting":0,"ttl_s":60})", {"free"}},
      {R"({"free":1,"waiting":1.5,"ttl_s":60})", {"waiting"}},
      {R"({"free":1,"waiting":"0","ttl_s":60})", {"waiting"}},
      {R"({"free":1,"waiting":0,"ttl_s":0})", {"ttl_s"}},
      {R"({"free":1,"waiting":0,"ttl_s":3601})", {"ttl_s"}},
      {R"({"free":1,"waiting":0,"ttl_s":18446744073709551615})", {"ttl_s"}},
      {R"({"free":1})", {"waiting", "ttl_s"}},
      {R"({"free":1,"waiting":0,"ttl_s":60,"wait":5})", {"wait"}},
      {"[]", {""}},
      {"{", {""}},
      {"", {""}},
      {"[[[[[[[[]]]]]]]]", {""}},
  };
  for (const auto& [json, fields] : kCases) {
    std::vector<FieldError> errors;
    parse_heartbeat(json, errors);
    std::vector<std::string> named;
    for (const FieldError& error : errors) named.push_back(error.field);
    EXPECT_EQ(named, fields) << json;
  }
}

}  // namespace
}  // namespace signpost
