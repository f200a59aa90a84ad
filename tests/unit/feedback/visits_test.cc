#include "feedback/visits.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

using namespace std::chrono_literals;

class VisitsTest : public ::testing::Test {
 protected:
  Visits::Time now_{};
  Visits visits_{[this] { return now_; }};
};

TEST_F(VisitsTest, CountsAVisitOnce) {
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Firefox", "vote a"));
  EXPECT_FALSE(visits_.is_first("192.0.2.1", "Firefox", "vote a"));
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Firefox", "vote b"));
  EXPECT_TRUE(visits_.is_first("192.0.2.2", "Firefox", "vote a"));
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Chromium", "vote a"));
  // No part runs into the next one.
  EXPECT_TRUE(visits_.is_first("192.0.2.1F", "irefox", "vote a"));
}

TEST_F(VisitsTest, CountsAgainWhatCameToNothing) {
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
  now_ += 5h;
  visits_.take_back("192.0.2.1", "Firefox", "another vote");
  EXPECT_FALSE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
  visits_.take_back("192.0.2.1", "Firefox", "vote");
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
  EXPECT_FALSE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
}

TEST_F(VisitsTest, ForgetsAfterEightHours) {
  now_ += 3h + 59min;
  visits_.is_first("192.0.2.1", "Firefox", "vote");
  now_ += 2min;  // another key
  EXPECT_FALSE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
  now_ += 4h;
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
  now_ += 100h;
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
  EXPECT_FALSE(visits_.is_first("192.0.2.1", "Firefox", "vote"));
}

TEST_F(VisitsTest, TakesABoundedAmountOfMemory) {
  int first = 0;
  for (int i = 0; i < 501'000; ++i)
    first += visits_.is_first("192.0.2.1", "Firefox", std::to_string(i)) ? 1 : 0;
  EXPECT_EQ(first, 500'000);
  now_ += 8h;
  EXPECT_TRUE(visits_.is_first("192.0.2.1", "Firefox", "1"));
}

}  // namespace
}  // namespace signpost
