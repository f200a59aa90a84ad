// webhook_test.cc - signed messages: what is believed, once, and what is not.
#include "net/webhook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace signpost {
namespace {

// Of the reference implementation's tests.
constexpr char kSecret[] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr char kOtherSecret[] = "whsec_bm90IHRoZSBzYW1lIGtleSBhdCBhbGwsIHJlYWxseQ==";
constexpr char kId[] = "msg_p5jXN8AQM9LWM0D4loKWxJek";
constexpr char kTime[] = "1614265330";
constexpr char kBody[] = "{\"test\": 2432232314}";
constexpr char kSignature[] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
constexpr int64_t kSent = 1614265330;

std::string key(const char* secret) { return *parse_webhook_secret(secret); }

TEST(Webhook, IsSignedAsTheStandardHasIt) {
  EXPECT_EQ(webhook_signature(key(kSecret), kId, kTime, kBody), kSignature);
}

TEST(Webhook, SecretsHaveAForm) {
  for (const char* none : {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_!!!!"})
    EXPECT_EQ(parse_webhook_secret(none), std::nullopt) << none;
  const std::string text = std::string("# old\n") + kSecret + "\r\n\n " + kOtherSecret + "\n";
  EXPECT_THAT(parse_webhook_secrets(text, "f"), ::testing::ElementsAre(key(kSecret), key(kOtherSecret)));
  EXPECT_TRUE(parse_webhook_secrets("", "f").empty());
  try {
    parse_webhook_secrets(text + "hunter2\n", "secrets");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "secrets:5: a secret must be whsec_ with base64 of 24 to 64 bytes behind it");
  }
}

TEST(Webhook, IsBelievedOnlyWhenAllOfItIsRight) {
  const std::string two = std::string("v1a,AAAA v1,bm9wZQ== ") + kSignature;
  const std::string other = webhook_signature(key(kOtherSecret), kId, kTime, kBody);
  const struct {
    const char* why;
    WebhookHeaders headers;
    std::string_view body;
    int64_t now;
    WebhookVerdict want;
  } kCases[] = {
      {"as it was sent", {kId, kTime, kSignature}, kBody, kSent, WebhookVerdict::good},
      {"five minutes late", {kId, kTime, kSignature}, kBody, kSent + 300, WebhookVerdict::good},
      {"and more", {kId, kTime, kSignature}, kBody, kSent + 301, WebhookVerdict::untimely},
      {"five minutes early", {kId, kTime, kSignature}, kBody, kSent - 300, WebhookVerdict::good},
      {"and more", {kId, kTime, kSignature}, kBody, kSent - 301, WebhookVerdict::untimely},
      {"one of several signatures", {kId, kTime, two}, kBody, kSent, WebhookVerdict::good},
      {"by another key of ours", {kId, kTime, other}, kBody, kSent, WebhookVerdict::good},
      {"another body", {kId, kTime, kSignature}, "{\"test\": 1}", kSent, WebhookVerdict::unsigned_},
      {"another id", {"msg_2", kTime, kSignature}, kBody, kSent, WebhookVerdict::unsigned_},
      {"another time", {kId, "1614265331", kSignature}, kBody, kSent, WebhookVerdict::unsigned_},
      {"another version",
       {kId, kTime, "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="},
       kBody,
       kSent,
       WebhookVerdict::unsigned_},
      {"half of a signature", {kId, kTime, "v1,g0hM9SsE"}, kBody, kSent, WebhookVerdict::unsigned_},
      {"no id", {"", kTime, kSignature}, kBody, kSent, WebhookVerdict::incomplete},
      {"no time", {kId, "", kSignature}, kBody, kSent, WebhookVerdict::incomplete},
      {"a time that is none", {kId, "1614265330.5", kSignature}, kBody, kSent, WebhookVerdict::incomplete},
      {"no signature", {kId, kTime, ""}, kBody, kSent, WebhookVerdict::incomplete},
  };
  for (const auto& one : kCases) {
    WebhookReceiver receiver({key(kSecret), key(kOtherSecret)}, 0);
    EXPECT_EQ(receiver.receive(one.headers, one.body, one.now), one.want) << one.why;
  }
}

TEST(Webhook, IsBelievedOnce) {
  WebhookReceiver receiver({key(kSecret)}, kSent);
  const WebhookHeaders headers{kId, kTime, kSignature};
  EXPECT_EQ(receiver.receive({kId, kTime, "v1,AAAA"}, kBody, kSent), WebhookVerdict::unsigned_);
  EXPECT_EQ(receiver.receive(headers, kBody, kSent), WebhookVerdict::good);
  EXPECT_EQ(receiver.receive(headers, kBody, kSent + 1), WebhookVerdict::replayed);
  EXPECT_EQ(receiver.receive(headers, kBody, kSent + 300), WebhookVerdict::replayed);
  EXPECT_EQ(receiver.receive(headers, kBody, kSent + 301), WebhookVerdict::untimely);
}

TEST(Webhook, IsBelievedAgainWhenItWasTakenBack) {
  WebhookReceiver receiver({key(kSecret)}, kSent);
  const WebhookHeaders headers{kId, kTime, kSignature};
  EXPECT_EQ(receiver.receive(headers, kBody, kSent), WebhookVerdict::good);
  receiver.take_back(kId);
  receiver.take_back("another");
  EXPECT_EQ(receiver.receive(headers, kBody, kSent + 1), WebhookVerdict::good);
  EXPECT_EQ(receiver.receive(headers, kBody, kSent + 2), WebhookVerdict::replayed);
  EXPECT_EQ(receiver.receive(headers, kBody, kSent + 300), WebhookVerdict::replayed);
}

// A heartbeat that was recorded must not open a channel again when a restart has made us forget it.
TEST(Webhook, FromBeforeARestartIsNotBelieved) {
  WebhookReceiver restarted({key(kSecret)}, kSent + 1);
  EXPECT_EQ(restarted.receive({kId, kTime, kSignature}, kBody, kSent + 2), WebhookVerdict::untimely);
}

TEST(Webhook, KeysComeAndGo) {
  WebhookReceiver receiver({}, 0);
  const WebhookHeaders headers{kId, kTime, kSignature};
  EXPECT_EQ(receiver.receive(headers, kBody, kSent), WebhookVerdict::no_keys);
  receiver.use_keys({key(kOtherSecret)});
  EXPECT_EQ(receiver.receive(headers, kBody, kSent), WebhookVerdict::unsigned_);
  receiver.use_keys({key(kOtherSecret), key(kSecret)});
  EXPECT_EQ(receiver.receive(headers, kBody, kSent), WebhookVerdict::good);
}

}  // namespace
}  // namespace signpost
