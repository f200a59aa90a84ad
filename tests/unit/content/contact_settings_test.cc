// contact_settings_test.cc - the key `contact` of site.yaml, read and kept.
#include "content/contact_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "content/site.h"
#include "content/site_json.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

constexpr const char* kAllChannels = R"(time_zone: Europe/Berlin
default_language: en
languages: {en: English, ko: 한국어}
contact:
  - id: form
    kind: form
  - id: phone
    kind: phone
    names: {en: Call us, ko: 전화}
    texts: For urgent matters.
    number: "+82 2 1234-5678"
    time_zone: Asia/Seoul
    hours:
      mon-fri: 09:00-12:00, 13:00-18:00
      sat: [22:00-02:00]
    holidays: [2026-12-25, holidays.ics, 2026-10-09]
    languages: [ko, EN]
    products: [Cloud]
  - id: chat
    kind: chat
    url: {en: "https://chat.example.com/en", ko: /ko/chat}
    presence: required
)";

Site read_channels(const std::string& yaml) {
  std::vector<Diagnostic> diagnostics;
  Site site = parse_site(yaml, "site.yaml", diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << to_string(diagnostic);
  return site;
}

TEST(ContactSettings, AreReadAndKeptInTheGeneration) {
  const Site written = read_channels(kAllChannels);
  ASSERT_THAT(written.contact.channels, SizeIs(3));
  EXPECT_THAT(written.contact.channels[1].calendars, SizeIs(1));
  EXPECT_EQ(written.contact.channels[1].calendars[0].line, 16);
  EXPECT_EQ(written.contact.channels[1].line, 7);
  const Site back = site_from_json(site_to_json(written));
  EXPECT_EQ(site_to_json(back), site_to_json(written));
  for (const Site& site : {written, back}) {
    const Channel& form = site.contact.channels[0];
    EXPECT_EQ(form.kind, ChannelKind::form);
    EXPECT_EQ(form.time_zone, "Europe/Berlin");
    EXPECT_THAT(form.hours, IsEmpty());
    const Channel* phone = find_channel(site.contact, "phone");
    ASSERT_NE(phone, nullptr);
    EXPECT_EQ(phone->kind, ChannelKind::phone);
    EXPECT_THAT(phone->names, ElementsAre(Pair("en", "Call us"), Pair("ko", "전화")));
    EXPECT_THAT(phone->texts, ElementsAre(Pair("en", "For urgent matters.")));
    EXPECT_EQ(address_for(*phone, "ko"), "+82 2 1234-5678");
    EXPECT_EQ(phone->time_zone, "Asia/Seoul");
    ASSERT_THAT(phone->hours, SizeIs(11));
    EXPECT_EQ(phone->hours[1], (OpenHours{0, 13 * 60, 18 * 60}));
    EXPECT_EQ(phone->hours[10], (OpenHours{5, 22 * 60, 26 * 60}));
    EXPECT_THAT(phone->holidays, ElementsAre(20735, 20812));
    EXPECT_THAT(phone->languages, ElementsAre("ko", "en"));
    EXPECT_THAT(phone->products, ElementsAre("Cloud"));
    EXPECT_FALSE(phone->presence);
    const Channel* chat = find_channel(site.contact, "chat");
    ASSERT_NE(chat, nullptr);
    EXPECT_TRUE(chat->presence);
    EXPECT_EQ(address_for(*chat, "ko"), "/ko/chat");
    EXPECT_EQ(address_for(*chat, "en-GB"), "https://chat.example.com/en");
    EXPECT_EQ(address_for(*chat, "ja"), "");
  }
}

TEST(ContactSettings, AddressesLeadToWhatTheyName) {
  const struct {
    const char* address;
    std::optional<AddressKind> kind;
  } kCases[] = {
      {"https://example.com/contact?from=help", AddressKind::url},
      {"mailto:help@example.com", AddressKind::url},
      {"tel:+4930123456", AddressKind::url},
      {"/files/form.pdf", AddressKind::path},
      {"contact-us", AddressKind::id},
      {"문의하기", AddressKind::id},
      {"javascript:alert(1)", std::nullopt},
      {"contact us", std::nullopt},
      {"../contact", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& [address, kind] : kCases) EXPECT_EQ(address_kind(address), kind) << address;
  EXPECT_EQ(mail_url("help@example.com"), "mailto:help@example.com");
  EXPECT_EQ(mail_url("a?b&c@example.com"), "mailto:a%3Fb%26c@example.com");
  for (const char* none : {"", "help", "@example.com", "a@", "a@b@c", "a b@c.d", "a@b.c?subject=x"})
    EXPECT_EQ(mail_url(none), std::nullopt) << none;
  EXPECT_EQ(telephone_url("+82 (2) 1234-5678"), "tel:+82212345678");
  EXPECT_EQ(telephone_url("112"), "tel:112");
  for (const char* none : {"", "11", "call us", "+1 800 FLOWERS", "12+34", "1234567890123456"})
    EXPECT_EQ(telephone_url(none), std::nullopt) << none;
}

TEST(ContactSettings, TellTheLineOfEveryMistake) {
  const struct {
    const char* channel;
    int line;
    const char* message;
  } kCases[] = {
      {"x", 2, "a channel must be a map of id, kind"},
      {"{kind: form}", 2, "a channel needs an 'id'"},
      {"{id: a b, kind: form}", 2, "the id 'a b' of a channel may have"},
      {"{id: a}", 2, "the channel 'a' needs a 'kind'"},
      {"{id: a, kind: fax}", 2, "'kind' must be form, email, chat, phone, video, message or link, not 'fax'"},
      {"{id: a, kind: form,\n     colour: red}", 3,
       "unknown key 'colour' of a channel; known are id, kind, "},
      {"{id: a, kind: form, url: /a}", 2, "a channel of the kind form has no 'url'"},
      {"{id: a, kind: email, url: /a}", 2, "a channel of the kind email has 'address', not 'url'"},
      {"{id: a, kind: email}", 2, "the channel 'a' needs 'address'"},
      {"{id: a, kind: email, address: help}", 2, "'address' must be an e-mail address"},
      {"{id: a, kind: phone, hours: {daily: 1:00-2:00}, number: call}", 2,
       "'number' must be a telephone number"},
      {"{id: a, kind: link, url: \"javascript:alert(1)\"}", 2, "'url' must be an address"},
      {"{id: a, kind: link, url: {english: /a}}", 2, "'english' of 'url' is not a language code"},
      {"{id: a, kind: chat, url: /a}", 2, "nothing says when somebody is there in the channel 'a'"},
      {"{id: a, kind: form, time_zone: KST}", 2, "'time_zone' must be UTC, a difference like +09:00"},
      {"{id: a, kind: form, hours: always}", 2, "'hours' must be a map from days to times"},
      {"{id: a, kind: form, hours: {}}", 2, "'hours' must be a map from days to times"},
      {"{id: a, kind: form, hours: {weekdays: 09:00-18:00}}", 2, "'weekdays' of 'hours' must be days"},
      {"\n      id: a\n      kind: form\n      hours:\n        mon: 9 to 5", 6,
       "'9 to 5' is no time from one to another"},
      {"{id: a, kind: form, hours: {mon: [09:00-18:00, 17:00-19:00]}}", 2,
       "two times of mon overlap: 09:00-18:00 and 17:00-19:00"},
      {"{id: a, kind: form, holidays: [2026-02-30]}", 2,
       "'holidays' must be days like 2026-12-25 or iCalendar files"},
      {"{id: a, kind: form, holidays: 25 December}", 2, "'holidays' must be days"},
      {"{id: a, kind: form, languages: [english]}", 2, "'english' of 'languages' is not a language code"},
      {"{id: a, kind: form, products: [{a: b}]}", 2, "'products' must be a list of texts"},
      {"{id: a, kind: form, presence: true}", 2, "'presence' must be required, or absent"},
  };
  for (const auto& [channel, line, message] : kCases) {
    std::vector<Diagnostic> diagnostics;
    const std::string yaml = std::string("contact:\n  - ") + channel + "\n";
    const Site site = parse_site(yaml, "site.yaml", diagnostics);
    ASSERT_EQ(diagnostics.size(), 1u) << yaml;
    EXPECT_EQ(diagnostics[0].severity, Severity::error) << yaml;
    EXPECT_EQ(diagnostics[0].line, line) << yaml;
    EXPECT_THAT(diagnostics[0].message, HasSubstr(message));
    EXPECT_THAT(site.contact.channels, IsEmpty()) << yaml;
  }
}

TEST(ContactSettings, NameNoMoreThanAPageCanShow) {
  std::string channels = "contact:\n";
  for (size_t i = 0; i <= kMaxChannels; ++i) channels += "  - {id: a" + std::to_string(i) + ", kind: form}\n";
  std::string products = "contact:\n";
  for (size_t i = 0; i < 4; ++i) {
    products += "  - id: a" + std::to_string(i) + "\n    kind: form\n    products:\n";
    for (size_t j = 0; j < kMaxChannelTexts; ++j)
      products += "      - p" + std::to_string(i * kMaxChannelTexts + j) + "\n";
  }
  const std::string name =
      "contact:\n  - {id: a, kind: form, products: " + std::string(kMaxProductNameBytes + 1, 'x') + "}\n";
  for (const auto& [yaml, message] : {std::pair(channels, "'contact' may have 20 channels"),
                                      {products, "the channels may name 60 products in all"},
                                      {name, "'products' must be a list of texts of at most 100 bytes"}}) {
    std::vector<Diagnostic> diagnostics;
    parse_site(yaml, "site.yaml", diagnostics);
    ASSERT_EQ(diagnostics.size(), 1u) << message;
    EXPECT_THAT(diagnostics[0].message, HasSubstr(message));
  }
}

TEST(ContactSettings, AreAListOfDifferentChannels) {
  std::vector<Diagnostic> diagnostics;
  EXPECT_THAT(parse_site("contact: https://example.com\n", "site.yaml", diagnostics).contact.channels,
              IsEmpty());
  EXPECT_THAT(
      parse_site("contact:\n  - {id: a, kind: form}\n  - {id: a, kind: form}\n", "site.yaml", diagnostics)
          .contact.channels,
      SizeIs(1));
  ASSERT_THAT(diagnostics, SizeIs(2));
  EXPECT_EQ(to_string(diagnostics[0]), "site.yaml:1:10: error: 'contact' must be a list of channels [site]");
  EXPECT_EQ(to_string(diagnostics[1]), "site.yaml:3:5: error: the channel 'a' is listed twice [site]");
}

TEST(ContactSettings, OfADamagedGenerationAreCorrupt) {
  const std::string good = site_to_json(read_channels(kAllChannels));
  const struct {
    const char* from;
    const char* to;
  } kCases[] = {{"\"phone\"", "\"fax\""},
                {"\"Asia/Seoul\"", "\"Asia/Nowhere\""},
                {"\"from\": 540", "\"from\": 5400"},
                {"\"to\": 720", "\"to\": 540"},
                {"\"weekday\": 0", "\"weekday\": 7"},
                {"\"2026-10-09\"", "\"2026-12-26\""}};
  for (const auto& [from, to] : kCases) {
    std::string bad = good;
    const size_t at = bad.rfind(from);
    ASSERT_NE(at, std::string::npos) << from;
    EXPECT_THROW(site_from_json(bad.replace(at, std::string(from).size(), to)), Error) << from;
  }
  Site large = read_channels(kAllChannels);
  large.contact.channels[0].products.assign(kMaxChannelTexts + 1, "x");
  EXPECT_THROW(site_from_json(site_to_json(large)), Error);
}

}  // namespace
}  // namespace signpost
