#include "store/complaint.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Complaint, NamesAreReadBack) {
  for (const ComplaintReason reason : kComplaintReasons)
    EXPECT_EQ(complaint_reason_named(name_of(reason)), reason);
  for (const ComplaintState state : kComplaintStates) EXPECT_EQ(complaint_state_named(name_of(state)), state);
  EXPECT_EQ(name_of(ComplaintReason::not_what_i_searched), "not_what_i_searched");
  EXPECT_EQ(name_of(ComplaintState::wont_fix), "wontfix");
  EXPECT_EQ(complaint_reason_named("rude"), std::nullopt);
  EXPECT_EQ(complaint_state_named(""), std::nullopt);
}

TEST(Complaint, NumbersAreReadBack) {
  EXPECT_EQ(shown_complaint(12), "F-12");
  EXPECT_EQ(parse_complaint("F-12"), 12);
  EXPECT_EQ(parse_complaint("f-9007199254740993"), 9007199254740993);
  for (const char* other :
       {"", "F", "F-", "12", "F-0", "F--3", "F-1x", "F- 1", "F-99999999999999999999", "G-1"})
    EXPECT_EQ(parse_complaint(other), std::nullopt) << other;
}

}  // namespace
}  // namespace signpost
