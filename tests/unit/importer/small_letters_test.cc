// small_letters_test.cc - tests importer/small_letters.
#include "importer/small_letters.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(SmallLetters, OnlyWhereEachHasOne) {
  EXPECT_EQ(superscript("-10"), "⁻¹⁰");
  EXPECT_EQ(superscript("n+1"), "ⁿ⁺¹");
  EXPECT_EQ(subscript("2"), "₂");
  EXPECT_FALSE(superscript("th"));
  EXPECT_FALSE(superscript(""));
  EXPECT_FALSE(subscript("1234567890123"));
}

}  // namespace
}  // namespace signpost
