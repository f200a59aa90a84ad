// demand_task_test.cc - clicks for the ranking, and gaps for staff, as the service reckons them.
#include "service/demand_task.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/dates.h"
#include "store/gap_table.h"
#include "test_site.h"
#include "tests/unit/demand/asked_events.h"

namespace signpost {
namespace {

class DemandTaskTest : public ::testing::Test {
 protected:
  int64_t gaps() {
    int64_t count = 0;
    store_.read(
        [&](SqliteDatabase& database) { each_gap(database, std::nullopt, [&](const Gap&) { ++count; }); });
    return count;
  }
  void ask_in_vain(const std::string& text, int64_t visits) {
    events_.day(events_.query("en", text), day_of_clock(),
                {.searches = visits, .visits = visits, .without_result = visits});
  }
  // For one query, which 50 visits ask.
  void choose(const std::string& article, int64_t visits) {
    const int64_t query = events_.query("en", "refund");
    if (visit_ == 0) events_.day(query, day_of_clock(), {.searches = 50, .visits = 50, .clicked = 20});
    for (int64_t i = 0; i < visits; ++i)
      events_.click(events_.search(query, ++visit_, "g1", 3, kSearchClicked), article, "en", 1);
  }
  std::shared_ptr<const OpenGeneration> open(const OpenGeneration::ReadClicks& read_clicks = {}) {
    return std::make_shared<const OpenGeneration>(generation_, read_clicks);
  }

  AskedEvents events_;
  Store store_{{.dir = events_.dir()}};
  const testing::TemporaryDirectory index_;
  const std::string generation_ = testing::publish_test_generation(index_.path());
  std::ostringstream lines_;
  Log log_{LogLevel::info, lines_};
  DemandTask task_{events_.dir(), &store_, log_};
  const int64_t now_ = seconds_of_clock();
  int64_t visit_ = 0;
};

TEST_F(DemandTaskTest, FindsGapsForEachGenerationAndOnceAnHour) {
  ASSERT_TRUE(store_.check());
  const auto generation = open();
  ask_in_vain("warranty zebra", 9);
  EXPECT_FALSE(task_.run(generation, now_));
  EXPECT_EQ(gaps(), 1);
  ask_in_vain("teapot giraffe", 9);
  task_.run(generation, now_ + 3599);
  EXPECT_EQ(gaps(), 1);
  task_.run(generation, now_ + 3600);
  EXPECT_EQ(gaps(), 2);
  ask_in_vain("umbrella otter", 9);
  const auto next = open();
  task_.run(next, now_ + 3660);  // whatever it took, it was no hour
  EXPECT_EQ(gaps(), 3);
  ask_in_vain("violin badger", 9);
  task_.run(next, now_ + 3720);
  EXPECT_EQ(gaps(), 3);
}

TEST_F(DemandTaskTest, RestsForLongerThanItWorks) {
  using std::chrono::milliseconds;
  EXPECT_EQ(DemandTask::rest_after(milliseconds(5)).count(), 0);
  EXPECT_EQ(DemandTask::rest_after(milliseconds(3000)).count(), 57);
}

TEST_F(DemandTaskTest, FindsNothingOnceTheServiceEnds) {
  ASSERT_TRUE(store_.check());
  ask_in_vain("warranty zebra", 9);
  task_.end();
  EXPECT_FALSE(task_.run(open(), now_));
  EXPECT_EQ(gaps(), 0);
}

TEST_F(DemandTaskTest, ReadsWhatVisitorsChose) {
  choose("install", 20);
  ASSERT_TRUE(task_.read_clicks());
  EXPECT_EQ(task_.read_clicks()->size(), 1u);
}

TEST_F(DemandTaskTest, WantsAGenerationOpenedAnewOnceVisitorsChooseOtherwise) {
  const std::string dir =
      testing::publish_test_generation(index_.path() + "/clicks", "", {}, {}, {.clicks = true});
  choose("install", 20);
  const auto generation = std::make_shared<const OpenGeneration>(dir, [this] { return task_.read_clicks(); });
  ASSERT_NE(generation->clicks(), nullptr);
  EXPECT_NE(generation->content(), OpenGeneration(dir).content()) << "what is kept is another's";
  EXPECT_FALSE(task_.run(generation, now_));
  EXPECT_FALSE(task_.run(generation, now_ + kSecondsOfDay));
  choose("sign-in", 9);
  EXPECT_FALSE(task_.run(generation, now_ + kSecondsOfDay + 7200));
  EXPECT_TRUE(task_.run(generation, now_ + 2 * kSecondsOfDay));
}

TEST_F(DemandTaskTest, ReadsNothingWhereTheSiteLetsNoClicksCount) {
  const auto generation = open([]() -> std::shared_ptr<const ClickTable> { throw std::logic_error("read"); });
  EXPECT_EQ(generation->clicks(), nullptr);
  EXPECT_FALSE(task_.run(generation, now_));
  EXPECT_FALSE(task_.run(generation, now_ + 2 * kSecondsOfDay));
}

TEST_F(DemandTaskTest, DoesNothingWithoutAPlaceForIt) {
  DemandTask nowhere("", nullptr, log_);
  EXPECT_EQ(nowhere.read_clicks(), nullptr);
  EXPECT_FALSE(nowhere.run(open(), now_));
  EXPECT_FALSE(task_.run(nullptr, now_));
}

}  // namespace
}  // namespace signpost
