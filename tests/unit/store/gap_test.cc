// gap_test.cc - what gaps and their states are called.
#include "store/gap.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Gap, HasANumberThatPeopleCanName) {
  EXPECT_EQ(shown_gap(12), "G-12");
  EXPECT_EQ(parse_gap("G-12"), 12);
  EXPECT_EQ(parse_gap("g-7"), 7);
  for (const char* text : {"", "12", "G12", "G-", "G-0", "G--1", "G-1x", "F-1", "G-99999999999999999999"})
    EXPECT_FALSE(parse_gap(text)) << text;
}

TEST(Gap, HasAStateByItsName) {
  for (const GapState state : kGapStates) EXPECT_EQ(gap_state_named(name_of(state)), state);
  EXPECT_FALSE(gap_state_named("shut"));
}

}  // namespace
}  // namespace signpost
