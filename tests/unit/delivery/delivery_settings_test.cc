#include "delivery/delivery_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "data_folder.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

const std::string kSecret = "whsec_YSBrZXkgb2YgdHdlbnR5LWZvdXIgYnl0ZQ==";

class DeliverySettingsTest : public ::testing::Test {
 protected:
  DeliverySettingsTest() { std::filesystem::create_directories(folder_.path()); }
  std::string path() const { return folder_.path() + "/deliveries.yaml"; }
  void save(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path() + "/" + name) << text;
  }
  std::vector<Delivery> parse(const std::string& yaml) const { return parse_deliveries(yaml, path()); }
  std::string faults_of(const std::string& yaml) const {
    try {
      parse(yaml);
    } catch (const Error& fault) {
      EXPECT_EQ(fault.kind(), ErrorKind::corrupt);
      return fault.what();
    }
    return "";
  }
  // Of one delivery, given the lines behind its id.
  std::string fault_of(const std::string& lines) const {
    return faults_of("deliveries:\n  - id: a\n" + lines);
  }

  const DataFolder folder_{"signpost-delivery-settings"};
};

TEST_F(DeliverySettingsTest, ReadsAWebhookWithAllThatItMayHave) {
  save("desk.json", R"({"text": "{{text}}"})");
  save("ca.pem", "");
  const auto deliveries = parse(
      "deliveries:\n"
      "  - id: desk\n"
      "    webhook: https://desk.example.com/hook?a=1\n"
      "    secrets: [" +
      kSecret +
      ", whsec_dGhlIGtleSB0aGF0IGNvbWVzIGFmdGVyIGl0]\n"
      "    headers: {Authorization: \"Bearer x\", Idempotency-Key: \"{{id}}\"}\n"
      "    body: desk.json\n"
      "    events: request.state_changed\n"
      "    allow_networks: [10.0.0.0/8, \"fd00::/8\"]\n"
      "    ca_file: ca.pem\n");
  ASSERT_EQ(deliveries.size(), 1u);
  const Delivery& delivery = deliveries[0];
  EXPECT_EQ(delivery.id, "desk");
  EXPECT_THAT(delivery.kinds, ElementsAre(EventKind::request_state_changed));
  EXPECT_TRUE(delivery.gate.admits(*parse_address("10.1.1.1")));
  EXPECT_TRUE(delivery.gate.admits(*parse_address("1.1.1.1")));
  EXPECT_EQ(delivery.ca_file, folder_.path() + "/ca.pem");
  const auto& webhook = std::get<WebhookTarget>(delivery.target);
  EXPECT_EQ(webhook.url, "https://desk.example.com/hook?a=1");
  EXPECT_THAT(webhook.keys, ElementsAre("a key of twenty-four byte", "the key that comes after it"));
  EXPECT_THAT(webhook.headers,
              ElementsAre(Pair("Authorization", "Bearer x"), Pair("Idempotency-Key", "{{id}}")));
  ASSERT_TRUE(webhook.body);
  EXPECT_EQ(webhook.body->fill({{"text", "x"}}), R"({"text":"x"})");
}

TEST_F(DeliverySettingsTest, ReadsMail) {
  save("password", "  hidden \n");
  const auto deliveries = parse(
      "deliveries:\n"
      "  - {id: m, mail: \"smtp://mail.example.com:587\", user: u, password_file: password,\n"
      "     from: Help <help@example.com>, to: [desk@example.com, b@example.com]}\n"
      "  - {id: n, mail: \"smtps://mail.example.com\", from: help@example.com, to: desk@example.com}\n"
      "  - {id: o, mail: \"smtp://10.0.0.1\", from: help@example.com, to: desk@example.com, starttls: none,\n"
      "     allow_networks: 10.0.0.1}\n");
  ASSERT_EQ(deliveries.size(), 3u);
  const auto& mail = std::get<MailTarget>(deliveries[0].target);
  EXPECT_EQ(mail.password, "hidden");
  EXPECT_EQ(mail.from.name, "Help");
  EXPECT_THAT(mail.to, ElementsAre("desk@example.com", "b@example.com"));
  EXPECT_TRUE(mail.starttls);
  EXPECT_FALSE(deliveries[0].gate.only_networks);
  EXPECT_THAT(deliveries[0].kinds, ElementsAre(EventKind::request_received));
  EXPECT_FALSE(deliveries[1].gate.only_networks);
  EXPECT_TRUE(deliveries[2].gate.only_networks);
  EXPECT_FALSE(std::get<MailTarget>(deliveries[2].target).starttls);
}

TEST_F(DeliverySettingsTest, OneGoesToWhoeverSentTheRequest) {
  const std::string one =
      "  - {id: a, mail: \"smtps://mail.example.com\", from: help@example.com, to: customer}\n";
  const auto deliveries = parse("deliveries:\n" + one);
  EXPECT_TRUE(std::get<MailTarget>(deliveries[0].target).to_customer);
  EXPECT_THAT(deliveries[0].kinds, ElementsAre(EventKind::answer_to_customer));
  std::string other = one;
  other.replace(other.find("id: a"), 5, "id: b");
  EXPECT_THROW(parse("deliveries:\n" + one + other), Error) << "they would get each answer twice";
  std::string told = one;
  told.replace(told.find("customer}"), 9, "customer, events: request.received}");
  EXPECT_THROW(parse("deliveries:\n" + told), Error);
  EXPECT_THROW(
      parse("deliveries:\n  - {id: a, mail: \"smtps://mail.example.com\", from: help@example.com, to: "
            "desk@example.com, events: answer.to_customer}\n"),
      Error);
}

TEST_F(DeliverySettingsTest, TellsOfEventsWhatTheBodyCanSay) {
  save("desk.json", "{}");
  const auto deliveries =
      parse("deliveries:\n  - {id: a, webhook: \"https://a.example/\", secrets: " + kSecret +
            "}\n  - {id: b, webhook: \"https://a.example/\", body: desk.json}\n");
  EXPECT_THAT(deliveries[0].kinds, ElementsAre(EventKind::request_received, EventKind::request_state_changed,
                                               EventKind::request_answered, EventKind::request_assigned,
                                               EventKind::request_merged));
  EXPECT_THAT(deliveries[1].kinds, ElementsAre(EventKind::request_received));  // it opens a ticket
  const auto subscriptions = subscriptions_of(deliveries);
  ASSERT_EQ(subscriptions.size(), 2u);
  EXPECT_EQ(subscriptions[1].delivery, "b");
  EXPECT_THAT(subscriptions[1].kinds, ElementsAre(EventKind::request_received));
}

TEST_F(DeliverySettingsTest, NamesEachFaultWithItsLine) {
  const struct {
    std::string in, want;
  } cases[] = {
      {"    webhook: ftp://a.example/\n    secrets: " + kSecret, "yaml:3:14: error: 'webhook' must be"},
      {"    webhook: https://a.example/\n", "needs 'secrets' to sign with"},
      {"    webhook: https://a.example/\n    secrets: [hidden]\n",
       "yaml:4:15: error: a secret must be whsec_"},
      {"    webhook: http://a.example/\n    secrets: " + kSecret, "needs 'allow_networks'"},
      {"    webhook: https://a.example/\n    body: none.json\n", "yaml:4:11: error: 'body': cannot open"},
      {"    webhook: https://a.example/\n    user: u\n",
       "yaml:4:5: error: 'user' is not for a delivery by webhook"},
      {"    webhook: https://a.example/\n    retries: 3\n", "yaml:4:5: error: unknown key 'retries'"},
      {"    webhook: https://a.example/\n    mail: smtp://a.example\n", "needs either 'webhook' or 'mail'"},
      {"    secrets: " + kSecret + "\n", "needs either 'webhook' or 'mail'"},
      {"    webhook: https://a.example/\n    events: [request.gone]\n",
       "yaml:4:14: error: 'events' must list"},
      {"    webhook: https://a.example/\n    allow_networks: [intranet]\n", "'intranet' of 'allow_networks'"},
      {"    webhook: https://a.example/\n    headers: {\"a b\": c}\n", "'headers' must be"},
      {"    webhook: https://a.example/\n    headers: {A: \"b\\r\\nC: d\"}\n", "'headers' must be"},
      {"    webhook: https://a.example/\n    headers: {Webhook-Id: x}\n", "is set by the delivery itself"},
      {"    webhook: https://a.example/\n    headers: {A: \"{{name}}\"}\n", "and no other places"},
      {"    webhook: https://a.example/\n    headers: {A: \"{{id}} {{\"}\n", "and no other places"},
      {"    mail: https://a.example/\n", "'mail' must be an address like"},
      {"    mail: smtp://u:hidden@a.example\n", "'mail' must be an address like"},
      {"    mail: smtp://a.example\n    from: help\n", "yaml:4:11: error: 'from' must be like"},
      {"    mail: smtp://a.example\n    to: [a@b.c, \"d@e.f, g@h.i\"]\n", "yaml:4:17: error: 'to' must be"},
      {"    mail: smtp://a.example\n    starttls: maybe\n", "'starttls' must be required or none"},
      {"    mail: smtp://a.example\n    from: a@b.c\n    to: a@b.c\n    user: u\n", "go together"},
      {"    mail: smtp://a.example\n    from: a@b.c\n    to: a@b.c\n    starttls: none\n",
       "needs 'allow_networks'"},
  };
  for (const auto& [in, want] : cases)
    EXPECT_THAT(fault_of(in), AllOf(HasSubstr(want), HasSubstr(path() + ":"), Not(HasSubstr("hidden"))))
        << in;
  EXPECT_THAT(faults_of("deliveries: [{id: ä, webhook: https://a.example/}, {id: b}, 3]"),
              AllOf(HasSubstr("the 'id' of a delivery"), HasSubstr("either 'webhook' or 'mail'"),
                    HasSubstr("must be a map of")));
  const std::string one = "{id: a, webhook: \"https://a.example/\", secrets: " + kSecret + "}";
  EXPECT_THAT(faults_of("deliveries: [" + one + ", " + one + "]"), HasSubstr("'a' is listed twice"));
  for (const char* text : {"", "deliveries: 3", "[]", "deliveries: []\nother: 1", "deliveries"})
    EXPECT_THAT(faults_of(text), HasSubstr("must be a map with 'deliveries'")) << text;
  EXPECT_THAT(faults_of("deliveries: [\n"), HasSubstr(path() + ":"));
}

TEST_F(DeliverySettingsTest, NamesTheFaultOfATemplate) {
  save("desk.json", "{\n\"a\": \"{{phone}}\"}");
  EXPECT_THAT(
      fault_of("    webhook: https://a.example/\n    body: desk.json\n"),
      AllOf(HasSubstr(path() + ":4:11: error: 'body': "), HasSubstr("desk.json:2: error: there is nothing")));
}

TEST_F(DeliverySettingsTest, MayListNone) {
  EXPECT_THAT(parse("deliveries: []\n"), IsEmpty());
  save("deliveries.yaml", "deliveries: []\n");
  EXPECT_THAT(read_deliveries(path()), IsEmpty());
  EXPECT_THROW(read_deliveries(folder_.path() + "/none.yaml"), Error);
}

}  // namespace
}  // namespace signpost
