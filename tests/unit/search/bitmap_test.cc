#include "search/bitmap.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Bitmap, HoldsNumbersFromOne) {
  Bitmap set(130);
  set.set(1);
  set.set(64);
  set.set(65);
  set.set(130);
  EXPECT_TRUE(set.test(130));
  EXPECT_FALSE(set.test(2));
  EXPECT_EQ(set.count(), 4u);
  set.clear(64);
  std::vector<uint32_t> seen;
  set.each([&](uint32_t n) { return seen.push_back(n), true; });
  EXPECT_EQ(seen, (std::vector<uint32_t>{1, 65, 130}));
}

TEST(Bitmap, JoinsCutsAndCounts) {
  const Bitmap all(70, true);
  EXPECT_EQ(all.count(), 70u);
  Bitmap some(70);
  some.set(70);
  some.set(3);
  EXPECT_EQ(all.count_and(some), 2u);
  Bitmap rest = all;
  rest.subtract(some);
  EXPECT_EQ(rest.count(), 68u);
  rest &= some;
  EXPECT_FALSE(rest.any());
  rest |= some;
  EXPECT_EQ(rest.count(), 2u);
  EXPECT_EQ(Bitmap(0).count(), 0u);
}

}  // namespace
}  // namespace signpost
