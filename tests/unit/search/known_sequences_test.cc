// known_sequences_test.cc - each sequence is counted once.
#include "search/known_sequences.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(KnownSequences, CountsEachOnce) {
  const KnownSequences known;
  int counted = 0;
  const auto count = [&counted](uint32_t result) {
    return [&counted, result] {
      ++counted;
      return result;
    };
  };
  EXPECT_EQ(known.find("sign in", count(7)), 7U);
  EXPECT_EQ(known.find("in sign", count(0)), 0U);
  EXPECT_EQ(known.find("sign in", count(8)), 7U);
  EXPECT_EQ(known.find("in sign", count(8)), 0U);
  EXPECT_EQ(counted, 2);
}

// Or a stranger's long words would fill the memory.
TEST(KnownSequences, KeepsNoLongOnes) {
  const KnownSequences known;
  const std::string longest(120, 'a');
  const std::string longer(121, 'a');
  for (const uint32_t result : {7U, 8U}) {
    EXPECT_EQ(known.find(longest, [result] { return result; }), 7U);
    EXPECT_EQ(known.find(longer, [result] { return result; }), result);
  }
}

}  // namespace
}  // namespace signpost
