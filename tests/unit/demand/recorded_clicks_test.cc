// recorded_clicks_test.cc - what the file of counts has becomes what the ranking takes.
#include "demand/recorded_clicks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "counted_events.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(RecordedClicks, HaveVisitsOfTheLastDaysAndThePlacesOfClicks) {
  CountedEvents events;
  const int64_t refund = events.query("en", "refund");
  events.day(refund, 1000, {.searches = 50, .visits = 40, .clicked = 20});
  events.day(refund, 1000 - kClickDays, {.searches = 5, .visits = 5});
  for (int64_t visit = 0; visit < 3; ++visit)
    events.click(events.search(refund, visit, "g1", 4, kSearchClicked), "refunds", "en", 2);
  events.click(events.search(refund, 9, "g1", 4, kSearchClicked), "prices", "en", 0);
  const std::vector<ClickedQuery> queries = recorded_clicks(events.database(), 1000);
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

TEST(RecordedClicks, AreNoneWhereNothingWasCounted) {
  CountedEvents events;
  EXPECT_THAT(recorded_clicks(events.database(), 1000), IsEmpty());
}

}  // namespace
}  // namespace signpost
