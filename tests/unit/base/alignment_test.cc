// alignment_test.cc - sequences laid over each other.
#include "base/alignment.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

AlignedPairs align_letters(const std::string& a, const std::string& b) {
  return align(a.size(), b.size(), [&](size_t i, size_t j) -> uint32_t {
    return a[i] == b[j] ? 2 : a[i] - b[j] == 32 ? 1 : 0;
  });
}

TEST(Alignment, PairsWhatIsTheSameInItsOrder) {
  EXPECT_EQ(align_letters("abc", "abc"), (AlignedPairs{{0, 0}, {1, 1}, {2, 2}}));
  EXPECT_EQ(align_letters("abc", "ac"), (AlignedPairs{{0, 0}, {2, 1}}));
  EXPECT_EQ(align_letters("ac", "abc"), (AlignedPairs{{0, 0}, {1, 2}}));
  EXPECT_EQ(align_letters("ab", "ba").size(), 1u);
  EXPECT_EQ(align_letters("", "abc"), AlignedPairs{});
  EXPECT_EQ(align_letters("xyz", "abc"), AlignedPairs{});
}

TEST(Alignment, PrefersWhatIsMoreAlike) {
  EXPECT_EQ(align_letters("a", "Aa"), (AlignedPairs{{0, 1}}));
  EXPECT_EQ(align_letters("aa", "A"), (AlignedPairs{{0, 0}}));
}

}  // namespace
}  // namespace signpost
