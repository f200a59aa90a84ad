// presence_test.cc - heartbeats: how long they count, and the wait that they tell of.
#include "contact/presence.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr int64_t kNow = 1'800'000'000;

TEST(Presence, LastsAsLongAsTheLastHeartbeat) {
  Presence presence;
  EXPECT_FALSE(presence.at("chat", kNow));
  presence.hear("chat", {2, 0, 30}, kNow);
  EXPECT_FALSE(presence.at("phone", kNow));
  ASSERT_TRUE(presence.at("chat", kNow));
  EXPECT_EQ(presence.at("chat", kNow)->free, 2u);
  EXPECT_EQ(presence.at("chat", kNow)->until, kNow + 30);
  EXPECT_TRUE(presence.at("chat", kNow + 29));
  EXPECT_FALSE(presence.at("chat", kNow + 30));
  presence.hear("chat", {0, 4, 60}, kNow + 40);
  EXPECT_EQ(presence.at("chat", kNow + 99)->free, 0u);
  EXPECT_FALSE(presence.at("chat", kNow + 100));
}

TEST(Presence, NobodyIsKnownToBeThereForLong) {
  Presence presence;
  presence.hear("chat", {1, 0, 1'000'000'000}, kNow);
  EXPECT_TRUE(presence.at("chat", kNow + kMaxHeartbeatLife - 1));
  EXPECT_FALSE(presence.at("chat", kNow + kMaxHeartbeatLife));
}

TEST(Presence, TheWaitIsTheMedianOfWhatWasHeardLately) {
  const struct {
    std::vector<uint32_t> waits;  // a minute apart, the last one now
    uint32_t want;
  } kCases[] = {
      {{7}, 7},
      {{0, 9}, 9},  // not made to look shorter
      {{3, 1, 2}, 2},
      {{0, 0, 0, 50}, 0},
      {{90, 90, 90, 90, 90, 90, 90, 90, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
       1},  // the first are too old
  };
  for (const auto& [waits, want] : kCases) {
    Presence presence;
    for (size_t i = 0; i < waits.size(); ++i)
      presence.hear("chat", {1, waits[i], 60}, kNow - 60 * static_cast<int64_t>(waits.size() - 1 - i));
    EXPECT_EQ(presence.at("chat", kNow)->waiting_lately, want);
  }
  Presence rare;
  rare.hear("chat", {1, 5, 3600}, kNow);
  EXPECT_EQ(rare.at("chat", kNow + 3000)->waiting_lately, 5u);
}

}  // namespace
}  // namespace signpost
