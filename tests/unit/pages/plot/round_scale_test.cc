#include "pages/plot/round_scale.h"

#include <gtest/gtest.h>

#include <limits>

namespace signpost {
namespace {

TEST(RoundScale, HasRoundStepsUpToTheLargestFigure) {
  struct {
    int64_t largest;
    uint64_t step, top;
  } const cases[] = {
      {std::numeric_limits<int64_t>::min(), 1, 1},
      {-1, 1, 1},
      {0, 1, 1},
      {1, 1, 1},
      {3, 1, 3},
      {4, 1, 4},
      {5, 2, 6},
      {8, 2, 8},
      {9, 5, 10},
      {21, 10, 30},
      {99, 50, 100},
      {12'345, 5'000, 15'000},
      {1'000'000, 500'000, 1'000'000},
      {std::numeric_limits<int64_t>::max(), 5'000'000'000'000'000'000, 10'000'000'000'000'000'000u},
  };
  for (const auto& [largest, step, top] : cases) {
    const RoundScale scale = round_scale(largest);
    EXPECT_EQ(scale.step, step) << largest;
    EXPECT_EQ(scale.top, top) << largest;
    EXPECT_EQ(scale.values().back(), top) << largest;
    EXPECT_GE(scale.values().size(), 2u) << largest;
    EXPECT_LE(scale.values().size(), 5u) << largest;
    EXPECT_GE(scale.share(largest), 0.0) << largest;
    EXPECT_LE(scale.share(largest), 100.0) << largest;
  }
  EXPECT_EQ(round_scale(4).share(1), 25.0);
}

TEST(AxisLabel, IsShort) {
  EXPECT_EQ(axis_label(0), "0");
  EXPECT_EQ(axis_label(20'000), "20,000");
  EXPECT_EQ(axis_label(1'000'000'000), "1,000,000,000");
  EXPECT_EQ(axis_label(20'000'000'000), "2e10");
}

}  // namespace
}  // namespace signpost
