// rate_limit_test.cc - a burst, then the rate; each by itself; and no more memory than that of so many.
#include "base/rate_limit.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

using namespace std::chrono_literals;
using Limit = RateLimit<int>;

const Limit::Time kBegin = Limit::Time() + 1h;

TEST(RateLimit, LetsABurstThroughAndThenTheRate) {
  Limit limit(1.0 / 60, 180);  // one a minute, three at once
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.refuse(1, kBegin), std::nullopt) << i;
  EXPECT_EQ(limit.refuse(1, kBegin), 60s);
  EXPECT_EQ(limit.refuse(1, kBegin + 20s), 40s) << "what was refused is not counted";
  EXPECT_EQ(limit.refuse(2, kBegin), std::nullopt) << "another one";
  EXPECT_EQ(limit.refuse(1, kBegin + 60s), std::nullopt);
  EXPECT_EQ(limit.refuse(1, kBegin + 61s), 59s);
  EXPECT_EQ(limit.refuse(1, kBegin + 24h), std::nullopt);
}

TEST(RateLimit, SaysWithoutCounting) {
  Limit limit(1.0 / 60, 60);
  for (int i = 0; i < 9; ++i) EXPECT_EQ(limit.would_refuse(1, kBegin), std::nullopt);
  EXPECT_EQ(limit.refuse(1, kBegin), std::nullopt);
  EXPECT_EQ(limit.would_refuse(1, kBegin), 60s);
  EXPECT_EQ(limit.would_refuse(1, kBegin + 60s), std::nullopt);
}

TEST(RateLimit, LimitsNothingAtTheRateOfNothing) {
  Limit limit(0, 10);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(limit.refuse(1, kBegin), std::nullopt);
  EXPECT_EQ(limit.would_refuse(1, kBegin), std::nullopt);
}

TEST(RateLimit, ForgetsThoseWhoHaveRested) {
  Limit limit(1, 1);
  for (int key = 0; key < 65'535; ++key) EXPECT_EQ(limit.refuse(key, kBegin), std::nullopt);
  EXPECT_EQ(limit.refuse(70'000, kBegin + 2s), std::nullopt);
  EXPECT_EQ(limit.refuse(70'000, kBegin + 2s), 1s);
  EXPECT_EQ(limit.refuse(70'001, kBegin + 2s), std::nullopt) << "all others are forgotten now";
  EXPECT_EQ(limit.refuse(70'000, kBegin + 2s), 1s) << "who has not rested is not";
}

}  // namespace
}  // namespace signpost
