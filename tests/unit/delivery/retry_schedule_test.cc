#include "delivery/retry_schedule.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(RetrySchedule, GrowsAndIsSpread) {
  EXPECT_EQ(retry_pause(1, 0.5), 5);
  EXPECT_EQ(retry_pause(1, 0), 4);
  EXPECT_EQ(retry_pause(1, 1), 6);
  for (int attempts = 1; attempts < 20; ++attempts) {
    EXPECT_LE(retry_pause(attempts, 0.5), retry_pause(attempts + 1, 0.5));
    EXPECT_LT(retry_pause(attempts, 0), retry_pause(attempts, 1));
    EXPECT_LE(retry_pause(attempts, 0.5), 6 * 60 * 60);
  }
}

// Three days are neither over after a few attempts nor full of them.
TEST(RetrySchedule, TriesForThreeDays) {
  for (const double random : {0.0, 0.5, 1.0}) {
    int attempts = 0;
    for (int64_t at = 0; at < kGiveUpAfter; at += retry_pause(attempts, random)) ++attempts;
    EXPECT_GE(attempts, 15);
    EXPECT_LE(attempts, 25);
  }
}

TEST(RetrySchedule, LetsTheOtherSideRestForMoments) {
  EXPECT_EQ(rest_after(1, 0.5), 2);
  EXPECT_EQ(rest_after(100, 0.5), 15);
}

}  // namespace
}  // namespace signpost
