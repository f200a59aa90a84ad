// channels_operation_test.cc - which ways to people a visitor of a language is told of, at a moment.
#include "api/channels_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/operations.h"
#include "base/dates.h"
#include "store/store.h"
#include "test_site.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kTestNow;

const OpenGeneration& generation_with_channels() {
  static const testing::TemporaryDirectory index;
  static const OpenGeneration generation(
      testing::publish_test_generation(index.path() + "/index", "", {}, testing::test_channels()));
  return generation;
}

OperationContext asking(std::string lang = "en", int64_t now = kTestNow) {
  static const std::map<std::string, std::string> kWords = {{"channel_phone", "Phone"},
                                                            {"channel_form", "Form"}};
  return {.generation = &generation_with_channels(), .lang = std::move(lang), .texts = kWords, .now = now};
}

const ChannelEntry& entry_of(const std::vector<ChannelEntry>& entries, std::string_view id) {
  for (const ChannelEntry& entry : entries)
    if (entry.channel->id == id) return entry;
  throw std::runtime_error("no such channel");
}

std::vector<std::string> ids_of(const std::vector<ChannelEntry>& entries) {
  std::vector<std::string> ids;
  for (const ChannelEntry& entry : entries) ids.push_back(entry.channel->id);
  return ids;
}

TEST(ChannelsOperation, TellsWhatIsOpenAndWhyTheRestIsNot) {
  const std::vector<ChannelEntry> entries = channels(asking(), "");
  EXPECT_THAT(ids_of(entries), ElementsAre("mail", "chat", "phone", "form"));
  const ChannelEntry& phone = entry_of(entries, "phone");
  EXPECT_EQ(phone.state.closed, std::nullopt);
  EXPECT_EQ(phone.name, "Phone");
  EXPECT_EQ(phone.url, "tel:+82212345678");
  EXPECT_EQ(to_rfc3339(by_clock_of(*phone.channel, *phone.state.closes)), "2026-11-30T18:00:00+09:00");
  const ChannelEntry& mail = entry_of(entries, "mail");
  EXPECT_EQ(mail.state.closed, ClosedReason::outside_hours);
  EXPECT_EQ(mail.url, "mailto:help@example.com");  // it takes what is written now
  EXPECT_EQ(to_rfc3339(by_clock_of(*mail.channel, *mail.state.opens)), "2026-11-30T09:00:00-05:00");
  EXPECT_EQ(entry_of(entries, "chat").state.closed, ClosedReason::unknown);
  EXPECT_EQ(entry_of(entries, "chat").url, "");
  EXPECT_EQ(entry_of(entries, "form").state.closed, ClosedReason::not_offered);
  EXPECT_EQ(entry_of(entries, "form").url, "");
}

TEST(ChannelsOperation, AClosedTelephoneLeadsNowhereButHasItsNumber) {
  const std::vector<ChannelEntry> entries = channels(asking("en", kTestNow + 12 * 3600), "");
  EXPECT_EQ(entry_of(entries, "phone").url, "");
  EXPECT_EQ(entry_of(entries, "phone").address, "+82 2 1234-5678");
}

TEST(ChannelsOperation, HeartbeatsAndRequestsOpenTheirs) {
  Presence presence;
  presence.hear("chat", {1, 4, 60}, kTestNow);
  OperationContext context = asking("ko");
  context.presence = &presence;
  const testing::TemporaryDirectory data;
  Store store({.dir = data.path()});
  context.store = &store;
  const std::vector<ChannelEntry> entries = channels(context, "");
  EXPECT_EQ(entry_of(entries, "chat").state.closed, std::nullopt);
  EXPECT_EQ(entry_of(entries, "chat").state.waiting_lately, 4u);
  EXPECT_EQ(entry_of(entries, "chat").url, "/ko/articles/reset-password");  // an id leads to the article
  EXPECT_EQ(entry_of(entries, "form").state.closed, std::nullopt);
  EXPECT_EQ(entry_of(entries, "form").url, "/ko/requests/new");
  context.now += 60;
  EXPECT_EQ(entry_of(channels(context, ""), "chat").state.closed, ClosedReason::unknown);
}

TEST(ChannelsOperation, AreThoseOfTheProductAndFirstThoseThatSpeakTheLanguage) {
  EXPECT_THAT(ids_of(channels(asking("ko"), "")), ElementsAre("phone", "mail", "chat", "form"));
  EXPECT_THAT(ids_of(channels(asking("ko"), "Desktop")), ElementsAre("phone", "mail", "chat", "form"));
  EXPECT_THAT(ids_of(channels(asking("ko"), "Server")), ElementsAre("mail", "chat", "form"));
  EXPECT_THAT(products_of_channels(asking()), ElementsAre("Desktop"));
  EXPECT_FALSE(entry_of(channels(asking("ja"), ""), "phone").speaks);
  EXPECT_EQ(entry_of(channels(asking("ko"), ""), "mail").name, "메일");
  EXPECT_TRUE(has_channels(asking()));
}

TEST(ChannelsOperation, NameTheHolidaysAhead) {
  Channel channel;
  channel.holidays = {parse_day("2026-05-01"), parse_day("2026-11-29"), parse_day("2026-12-25"),
                      parse_day("2030-01-01")};
  EXPECT_THAT(holidays_ahead(channel, kTestNow), ElementsAre("2026-11-29", "2026-12-25"));
  EXPECT_THAT(holidays_ahead(Channel(), kTestNow), IsEmpty());
}

TEST(ChannelsOperation, IsOfThisMomentAlone) {
  Parameters arguments;
  arguments.add("product", "Server");
  const Answer answer = channels_operation().answer(asking(), arguments);
  EXPECT_TRUE(answer.of_this_moment);
  const auto json = nlohmann::json::parse(answer.text);
  EXPECT_EQ(json["now"], "2026-11-30T00:53:20Z");
  EXPECT_EQ(json["channels"].size(), 3u);
  EXPECT_EQ(json["channels"][0]["opens"], "2026-11-30T09:00:00-05:00");
  EXPECT_EQ(json["channels"][0]["reason"], "outside_hours");
  EXPECT_EQ(json["channels"][0]["hours"][0]["from"], "09:00");
}

}  // namespace
}  // namespace signpost
