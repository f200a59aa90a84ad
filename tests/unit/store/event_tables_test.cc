#include "store/event_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/event_file.h"
#include "store/insight_table.h"

namespace signpost {
namespace {

using testing::ElementsAre;

class EventTablesTest : public ::testing::Test {
 protected:
  const DataFolder folder_{"signpost-event-tables"};
  SqliteDatabase events_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));
  EventTables tables_{events_};
};

TEST_F(EventTablesTest, GiveTheSameNumberToTheSameText) {
  const int64_t refund = tables_.query("en", "refund");
  EXPECT_EQ(tables_.query("en", "refund"), refund);
  EXPECT_NE(tables_.query("ko", "refund"), refund);
  EXPECT_EQ(tables_.document("install", "en"), tables_.document("install", "en"));
  EXPECT_NE(tables_.document("install", "en"), tables_.document("install", "ja"));
  EXPECT_EQ(tables_.name(""), kNoName);
  EXPECT_NE(tables_.name("g-2"), kNoName);
}

TEST_F(EventTablesTest, AddUpTheFiguresOfADay) {
  const int64_t refund = tables_.query("en", "refund");
  tables_.add(refund, 100, QuerySums{.searches = 3, .visits = 2, .contact = 1});
  tables_.add(refund, 100, QuerySums{.searches = -1, .clicked = 1});
  std::vector<QueryLine> lines;
  each_query(events_, 100, 100, [&](const QueryLine& line) { lines.push_back(line); });
  EXPECT_THAT(lines, ElementsAre(QueryLine{
                         refund, "en", "refund", {.searches = 2, .visits = 2, .clicked = 1, .contact = 1}}));
}

TEST_F(EventTablesTest, CountADocumentOnceForASearch) {
  const int64_t refund = tables_.query("en", "refund");
  tables_.put_search({.id = 7, .hour = 1, .visit = 3, .query = refund, .hits = 5});
  const int64_t install = tables_.document("install", "en");
  EXPECT_TRUE(tables_.put_click(7, install, 2));
  EXPECT_FALSE(tables_.put_click(7, install, 1));
  std::vector<ClickLine> clicks;
  each_click(events_, [&](const ClickLine& click) { clicks.push_back(click); });
  ASSERT_EQ(clicks.size(), 1u);
  EXPECT_EQ(clicks[0].article, "install");
  EXPECT_EQ(clicks[0].position, 2);
  EXPECT_EQ(clicks[0].clicks, 1);
}

TEST_F(EventTablesTest, KnowWhatBecameOfSearchesSinceAGeneration) {
  const int64_t refund = tables_.query("en", "refund");
  const int64_t first = tables_.name("g-1"), second = tables_.name("g-2");
  tables_.put_search({.id = 1, .visit = 1, .query = refund, .generation = first, .hits = 0});
  tables_.put_search({.id = 2, .visit = 2, .query = refund, .generation = second, .hits = 4});
  tables_.change_search(
      {.id = 2, .generation = second, .hits = 4, .flags = kSearchClicked | kSearchContactSent});
  EXPECT_EQ(query_sums(events_, refund, ""),
            (QuerySums{.searches = 2, .visits = 2, .without_result = 1, .clicked = 1, .contact = 1}));
  EXPECT_EQ(query_sums(events_, refund, "g-2"),
            (QuerySums{.searches = 1, .visits = 1, .clicked = 1, .contact = 1}));
  EXPECT_EQ(query_sums(events_, refund, "g-3"), QuerySums());
}

TEST_F(EventTablesTest, DropASearchWithItsClicks) {
  tables_.put_search({.id = 1, .visit = 9, .query = tables_.query("en", "ref")});
  tables_.put_click(1, tables_.document("install", "en"), 1);
  EXPECT_EQ(tables_.newest_search(), 1);
  EXPECT_EQ(tables_.newest_visit(), 9);
  tables_.drop_search(1);
  EXPECT_EQ(events_.number("SELECT count(*) FROM searches"), 0);
  EXPECT_EQ(events_.number("SELECT count(*) FROM clicks"), 0);
}

}  // namespace
}  // namespace signpost
