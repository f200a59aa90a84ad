#include "api/staff_gaps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/event_store.h"
#include "store/gap_table.h"
#include "store/store.h"
#include "tests/unit/demand/asked_events.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class StaffGapsTest : public ::testing::Test {
 protected:
  StaffGapsTest() {
    asked_.query("en", "warranty");
    asked_.query("en", "ann smith");
    keep(9, {{query_key("en", "warranty"), 5, 5, {}, 0}, {query_key("en", "ann smith"), 4, 4, {}, 0}});
    keep(20, {{query_key("en", "gone"), 20, 20, {}, 0}});
  }
  void keep(int64_t lost, std::vector<GapQuery> queries) {
    Gap gap;
    gap.lang = "en";
    gap.sums = {.visits = lost, .lost = lost};
    gap.queries = std::move(queries);
    store_.write([&](SqliteDatabase& database) { keep_gap(database, gap); });
  }

  AskedEvents asked_;
  Store store_{{.dir = asked_.dir(), .write_patience = std::chrono::milliseconds(0)}};
  EventStore events_{asked_.dir()};
  const std::map<std::string, std::string> texts_{};
  const OperationContext context_{
      .generation = nullptr, .lang = "en", .texts = texts_, .now = 500, .store = &store_, .events = &events_};
};

TEST_F(StaffGapsTest, FindsThoseOfAPageWithWhatMayBeShown) {
  const auto all = std::get<GapsFound>(staff_gaps(context_, std::nullopt, 0, 10));
  EXPECT_EQ(all.total, 2u);
  ASSERT_THAT(all.gaps, SizeIs(2));
  EXPECT_THAT(all.gaps[0].examples, IsEmpty());
  EXPECT_THAT(all.gaps[1].examples, ElementsAre(GapExample{"en", "warranty", 5, 0}));
  const auto second = std::get<GapsFound>(staff_gaps(context_, GapState::open, 1, 1));
  EXPECT_EQ(second.total, 2u);
  EXPECT_THAT(second.gaps, SizeIs(1));
  EXPECT_EQ(std::get<GapsFound>(staff_gaps(context_, GapState::closed, 0, 10)).total, 0u);
}

TEST_F(StaffGapsTest, ShowsNoTextWhereNothingIsCounted) {
  OperationContext uncounted = context_;
  uncounted.events = nullptr;
  EXPECT_THAT(std::get<ShownGap>(staff_gap(uncounted, "G-1")).examples, IsEmpty());
}

TEST_F(StaffGapsTest, ChangesWhatIsATopic) {
  EXPECT_EQ(change_staff_gap(context_, "G-1", GapState::not_topic, "lee"), std::nullopt);
  const Gap gap = std::get<ShownGap>(staff_gap(context_, "g-1")).gap;
  EXPECT_EQ(gap.state, GapState::not_topic);
  EXPECT_EQ(gap.changes.back(), (GapChange{GapState::not_topic, 500, "", "lee"}));
}

TEST_F(StaffGapsTest, SaysWhatThereIsNot) {
  for (const char* number : {"G-3", "", "1", "F-1"}) {
    EXPECT_EQ(std::get<Problem>(staff_gap(context_, number)).status, 404) << number;
    EXPECT_EQ(change_staff_gap(context_, number, GapState::open, "lee")->status, 404) << number;
  }
}

TEST_F(StaffGapsTest, SaysThatTheFileCantBeUsed) {
  SqliteDatabase other = open_data_file(asked_.dir(), std::chrono::milliseconds(0));
  SqliteTransaction theirs(other);
  EXPECT_EQ(change_staff_gap(context_, "G-1", GapState::open, "lee")->status, 503);
  Store none({.dir = asked_.dir() + "/none"});
  OperationContext broken = context_;
  broken.store = &none;
  EXPECT_EQ(std::get<Problem>(staff_gaps(broken, std::nullopt, 0, 10)).status, 503);
  EXPECT_EQ(std::get<Problem>(staff_gap(broken, "G-1")).status, 503);
}

}  // namespace
}  // namespace signpost
