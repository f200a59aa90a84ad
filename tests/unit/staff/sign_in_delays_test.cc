#include "staff/sign_in_delays.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(SignInDelays, GrowWithEachTryUpToALimit) {
  SignInDelays delays;
  int64_t now = 1000;
  for (int i = 0; i < SignInDelays::kFreeTries; ++i) EXPECT_EQ(delays.begin("lee", "", now), 0);
  for (const int64_t want : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
    EXPECT_EQ(delays.wait("lee", "", now), want);
    EXPECT_EQ(delays.begin("lee", "", now), want) << "and that is no try";
    EXPECT_EQ(delays.wait("lee", "", now + want - 1), 1);
    now += want;
    EXPECT_EQ(delays.begin("lee", "", now), 0) << "never for ever";
  }
  EXPECT_EQ(delays.wait("kim", "", now), 0) << "of others nothing is known";
}

TEST(SignInDelays, EndWithSuccessOrTime) {
  SignInDelays delays;
  for (int i = 0; i < 5; ++i) delays.begin("lee", "", 1000 + 100 * i);
  EXPECT_GT(delays.wait("lee", "", 1400), 0);
  delays.succeed("lee", "", 1410);
  for (int i = 0; i < SignInDelays::kFreeTries; ++i) EXPECT_EQ(delays.begin("lee", "", 1410), 0);
  EXPECT_EQ(delays.wait("lee", "", 1410), 1);
  const int64_t later = 1410 + SignInDelays::kForgottenAfter + 1;
  for (int i = 0; i < SignInDelays::kFreeTries; ++i) EXPECT_EQ(delays.begin("lee", "", later), 0);
}

// Who tries many names from one address waits, too, and longer.
TEST(SignInDelays, CountByAddress) {
  SignInDelays delays;
  int64_t now = 1000;
  int64_t longest = 0;
  for (int i = 0; i < 20; ++i) {
    const std::string name = "name-" + std::to_string(i);
    const int64_t wait = delays.wait(name, "192.0.2.1", now);
    longest = std::max(longest, wait);
    now += wait;
    EXPECT_EQ(delays.begin(name, "192.0.2.1", now), 0);
  }
  EXPECT_EQ(longest, SignInDelays::kLongestForAddress);
  EXPECT_GT(delays.wait("lee", "192.0.2.1", now), 0);
  EXPECT_EQ(delays.wait("lee", "192.0.2.2", now), 0);
  EXPECT_EQ(delays.wait("lee", "", now), 0);
}

// Somebody else who tries a name all the time keeps nobody away from where they came from before.
TEST(SignInDelays, KeepNobodyAwayWhoCameInFromThere) {
  SignInDelays delays;
  delays.begin("lee", "192.0.2.1", 1000);
  delays.succeed("lee", "192.0.2.1", 1000);
  int64_t now = 1000;
  for (int i = 0; i < 10; ++i) {
    now += delays.wait("lee", "203.0.113." + std::to_string(i), now);
    delays.begin("lee", "203.0.113." + std::to_string(i), now);
  }
  EXPECT_GT(delays.wait("lee", "198.51.100.1", now), 0) << "from a new address they wait";
  EXPECT_EQ(delays.wait("lee", "192.0.2.1", now), 0);
  EXPECT_EQ(delays.begin("lee", "192.0.2.1", now), 0);
  for (int i = 1; i < SignInDelays::kFreeTries; ++i) delays.begin("lee", "192.0.2.1", now);
  EXPECT_GT(delays.wait("lee", "192.0.2.1", now), 0) << "but tries from there count as well";
}

TEST(SignInDelays, TakeNoMoreMemoryHoweverManyNamesThereAre) {
  SignInDelays delays;
  for (int i = 0; i < 6; ++i) delays.begin("lee", "", 1000 + i * 100);
  for (size_t i = 0; i < SignInDelays::kMost + 100; ++i) delays.begin("n" + std::to_string(i), "", 1500);
  EXPECT_GT(delays.wait("lee", "", 1500), 0) << "who waits the longest is not forgotten for it";
  EXPECT_LE(delays.size(), SignInDelays::kMost);
}

TEST(SignInDelays, AreNoLongerWhenTheClockWasPutBack) {
  SignInDelays delays;
  for (int i = 0; i < 4; ++i) delays.begin("lee", "", 1'000'000);
  EXPECT_EQ(delays.wait("lee", "", 1000), 0);
}

}  // namespace
}  // namespace signpost
