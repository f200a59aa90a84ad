#include "store/event_retention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/event_file.h"
#include "store/event_tables.h"
#include "store/insight_table.h"

namespace signpost {
namespace {

using testing::ElementsAre;

constexpr uint32_t kToday = 20'000;
constexpr EventRetention kRetention{.today = kToday};

class EventRetentionTest : public ::testing::Test {
 protected:
  const DataFolder folder_{"signpost-event-retention"};
  SqliteDatabase events_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));
  EventTables tables_{events_};

  int64_t query(const std::string& text, uint32_t ago, int64_t visits) {
    const int64_t number = tables_.query("en", text);
    tables_.add(number, kToday - ago, QuerySums{.searches = visits, .visits = visits});
    return number;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> texts;
    SqliteStatement select(events_, "SELECT text FROM queries ORDER BY id");
    while (select.step()) texts.push_back(select.text(0));
    return texts;
  }
};

TEST_F(EventRetentionTest, TakesOutSingleSearchesThatAreOld) {
  for (const int64_t ago : {200, 91, 90, 1}) {
    const int64_t id = tables_.newest_search() + 1;
    tables_.put_search({.id = id, .hour = (kToday - ago) * 24, .query = 1});
    tables_.put_click(id, 1, 1);
  }
  EXPECT_FALSE(forget_old_searches(events_, kRetention));
  EXPECT_EQ(events_.number("SELECT min(id) FROM searches"), 3);
  EXPECT_EQ(events_.number("SELECT count(*) FROM searches"), 2);
  EXPECT_EQ(events_.number("SELECT count(*) FROM clicks"), 2);
}

// What nobody asked as long as days are kept leaves no text, however many asked it then.
TEST_F(EventRetentionTest, TakesOutQueriesWithTheirLastDay) {
  query("asked once upon a time", 401, 500);
  query("asked still", 399, 500);
  EXPECT_EQ(forget_rare_queries(events_, kRetention, 0), std::nullopt);
  EXPECT_THAT(texts(), ElementsAre("asked still"));
}

TEST_F(EventRetentionTest, TakesOutLeadingLinesOfQueriesThatGo) {
  const int64_t rare = query("rare", 91, 1);
  query("asked", 1, 10);
  for (const int64_t number : {rare, rare + 1, int64_t{0}}) {
    events_.execute("INSERT INTO leading_queries VALUES (365, 'en', " + std::to_string(number) +
                    ", 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)");
  }
  forget_rare_queries(events_, kRetention, 0);
  EXPECT_EQ(events_.number("SELECT count(*) FROM leading_queries"), 2)
      << "the asked one, and the sum of rare";
}

TEST_F(EventRetentionTest, TakesOutNamesThatNoSearchHas) {
  const int64_t kept = tables_.name("tag=kept");
  tables_.name("tag=gone");
  const int64_t generation = tables_.name("g1");
  tables_.put_search({.id = 1, .hour = kToday * 24, .query = 1, .filters = kept, .generation = generation});
  forget_unused_names(events_);
  EXPECT_EQ(events_.number("SELECT count(*) FROM names"), 3) << "with the empty one";
  EXPECT_EQ(tables_.name("tag=kept"), kept);
  EXPECT_EQ(tables_.name(""), kNoName);
}

TEST_F(EventRetentionTest, GoesPieceByPiece) {
  constexpr int64_t kSearches = 12'000;
  {
    SqliteTransaction transaction(events_);
    for (int64_t id = 1; id <= kSearches; ++id)
      tables_.put_search({.id = id, .hour = (kToday - 100) * 24, .query = 1});
    transaction.commit();
  }
  EXPECT_TRUE(forget_old_searches(events_, kRetention));
  EXPECT_EQ(events_.number("SELECT count(*) FROM searches"), kSearches - 5000);
  EXPECT_TRUE(forget_old_searches(events_, kRetention));
  EXPECT_FALSE(forget_old_searches(events_, kRetention));
  EXPECT_EQ(events_.number("SELECT count(*) FROM searches"), 0);
}

TEST_F(EventRetentionTest, ForgetsWhatFewAskedLongAgo) {
  query("few, long ago", 91, 4);
  query("few, lately", 80, 1);
  query("many, long ago", 91, 5);
  EXPECT_EQ(forget_rare_queries(events_, kRetention, 0), std::nullopt);
  EXPECT_THAT(texts(), ElementsAre("few, lately", "many, long ago"));
  EXPECT_EQ(events_.number("SELECT count(*) FROM query_days"), 2);
}

TEST_F(EventRetentionTest, ForgetsDaysThatNothingShows) {
  query("refund", kDaysOfSums + 1, 9);
  query("refund", kDaysOfSums, 9);
  tables_.add(kToday - kDaysOfSums - 1, "en", "visits", 1);
  tables_.add(1, kToday - kDaysOfSums - 1, ArticleSums{.visits = 1});
  forget_rare_queries(events_, kRetention, 0);
  forget_old_days(events_, kToday);
  EXPECT_EQ(events_.number("SELECT count(*) FROM query_days"), 1);
  EXPECT_EQ(events_.number("SELECT count(*) FROM day_counts"), 0);
  EXPECT_EQ(events_.number("SELECT count(*) FROM article_days"), 0);
}

TEST_F(EventRetentionTest, ForgetsAText) {
  const int64_t number = query("where does Kim Minsu live", 1, 9);
  query("refund", 1, 9);
  tables_.put_search({.id = 1, .query = number});
  tables_.put_click(1, 1, 1);
  EXPECT_EQ(forget_queries_with(events_, "kim minsu"), 1);
  EXPECT_EQ(forget_queries_with(events_, "kim minsu"), 0);
  EXPECT_EQ(forget_queries_with(events_, ""), 0);
  EXPECT_THAT(texts(), ElementsAre("refund"));
  EXPECT_EQ(events_.number("SELECT (SELECT count(*) FROM searches) + (SELECT count(*) FROM clicks)"), 0);
}

}  // namespace
}  // namespace signpost
