#include "insights/visit_keys.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

using std::chrono::hours;

class VisitKeysTest : public ::testing::Test {
 protected:
  VisitKeys::Time now_{hours(100)};
  VisitKeys keys_{[this] { return now_; }};
};

TEST_F(VisitKeysTest, TellOneVisitFromAnother) {
  const VisitSums sums = keys_.sums("192.0.2.1", "Browser");
  EXPECT_EQ(keys_.sums("192.0.2.1", "Browser").now, sums.now);
  EXPECT_NE(keys_.sums("192.0.2.2", "Browser").now, sums.now);
  EXPECT_NE(keys_.sums("192.0.2.1", "Another").now, sums.now);
  EXPECT_NE(keys_.sums("192.0.2.1B", "rowser").now, sums.now);
}

TEST_F(VisitKeysTest, KnowAVisitAcrossOneChange) {
  const VisitSums early = keys_.sums("192.0.2.1", "Browser");
  now_ += hours(4);
  const VisitSums later = keys_.sums("192.0.2.1", "Browser");
  EXPECT_NE(later.now, early.now);
  EXPECT_EQ(later.before, early.now);
}

TEST_F(VisitKeysTest, ForgetAfterEightHours) {
  const VisitSums early = keys_.sums("192.0.2.1", "Browser");
  for (const int more : {8, 100}) {
    now_ += hours(more);
    const VisitSums later = keys_.sums("192.0.2.1", "Browser");
    EXPECT_NE(later.now, early.now);
    EXPECT_NE(later.before, early.now);
  }
}

TEST_F(VisitKeysTest, AreForgottenWhereNobodyComes) {
  const VisitSums early = keys_.sums("192.0.2.1", "Browser");
  now_ += hours(9);
  keys_.change_when_due();
  now_ -= hours(9);  // as if an attacker could turn time back
  const VisitSums again = keys_.sums("192.0.2.1", "Browser");
  EXPECT_NE(again.now, early.now);
  EXPECT_NE(again.before, early.now);
}

TEST_F(VisitKeysTest, AreOfThisProcessAlone) {
  VisitKeys others([this] { return now_; });
  EXPECT_NE(others.sums("192.0.2.1", "Browser").now, keys_.sums("192.0.2.1", "Browser").now);
}

}  // namespace
}  // namespace signpost
