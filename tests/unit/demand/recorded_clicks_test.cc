// recorded_clicks_test.cc - what the file of counts has becomes what the ranking takes.
#include "demand/recorded_clicks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asked_events.h"
#include "base/error.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(RecordedClicks, HaveVisitsOfTheLastDaysAndThePlacesOfClicks) {
  AskedEvents events;
  const int64_t refund = events.query("en", "refund");
  events.day(refund, 1000, {.searches = 50, .visits = 40, .clicked = 20});
  events.day(refund, 1000 - kClickDays, {.searches = 5, .visits = 5});
  for (int64_t visit = 0; visit < 3; ++visit)
    events.click(events.search(refund, visit, "g1", 4, kSearchClicked), "refunds", "en", 2);
  events.click(events.search(refund, 9, "g1", 4, kSearchClicked), "prices", "en", 0);
  const std::vector<ClickedQuery> queries = recorded_clicks(events.database(), 1000, 1);
  ASSERT_THAT(queries, SizeIs(1));
  EXPECT_EQ(queries[0].text, "refund");
  EXPECT_EQ(queries[0].visits, 40);
  ASSERT_THAT(queries[0].clicks, SizeIs(2));
  for (const PlacedClicks& clicks : queries[0].clicks) {
    const bool refunds = clicks.id == "refunds";
    EXPECT_EQ(clicks.position, refunds ? 2 : 1);
    EXPECT_EQ(clicks.visits, refunds ? 3 : 1);
  }
}

TEST(RecordedClicks, OfADataFolderLeaveOutWhatFewAsked) {
  AskedEvents events;
  events.day(events.query("en", "refund"), 1000, {.searches = 5, .visits = 5});
  events.day(events.query("ko", "환불"), 999, {.searches = 9, .visits = 9});
  events.day(events.query("en", "ann smith"), 1000, {.searches = 40, .visits = 4});
  const std::vector<ClickedQuery> asked = asked_often(events.dir(), 1000, 5);
  ASSERT_THAT(asked, SizeIs(2));
  EXPECT_EQ(asked[0].text, "환불");
  EXPECT_EQ(asked[0].lang, "ko");
  EXPECT_EQ(asked[0].visits, 9);
  EXPECT_EQ(asked[1].text, "refund");
  EXPECT_THAT(asked_often(events.dir(), 1000, 6), SizeIs(1)) << "where the site wants six";
  EXPECT_THROW(asked_often(events.dir() + "/none", 1000, 5), Error);
}

TEST(RecordedClicks, HoldNoQueryThatTooFewAsked) {
  AskedEvents events;
  const int64_t rare = events.query("en", "ann smith");
  events.day(rare, 1000, {.searches = 40, .visits = 29, .clicked = 20});
  events.click(events.search(rare, 1, "g1", 4, kSearchClicked), "refunds", "en", 2);
  EXPECT_THAT(recorded_clicks(events.database(), 1000, 30), IsEmpty());
  EXPECT_THAT(recorded_clicks(events.database(), 1000, 29), SizeIs(1));
}

TEST(RecordedClicks, AreNoneWhereNothingWasCounted) {
  AskedEvents events;
  EXPECT_THAT(recorded_clicks(events.database(), 1000, 1), IsEmpty());
}

}  // namespace
}  // namespace signpost
