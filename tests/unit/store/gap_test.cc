// gap_test.cc - what gaps and their states are called.
#include "store/gap.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Gap, HasANumberThatPeopleCanName) {
  EXPECT_EQ(shown_gap(12), "G-12");
  EXPECT_EQ(parse_gap("G-12"), 12);
  EXPECT_FALSE(parse_gap("F-12"));
}

TEST(Gap, HasAStateByItsName) {
  for (const GapState state : kGapStates) EXPECT_EQ(gap_state_named(name_of(state)), state);
  EXPECT_FALSE(gap_state_named("shut"));
}

}  // namespace
}  // namespace signpost
