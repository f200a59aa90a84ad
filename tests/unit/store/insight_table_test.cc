#include "store/insight_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/event_file.h"

namespace signpost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class InsightTable : public ::testing::Test {
 protected:
  const DataFolder folder_{"signpost-insights"};
  SqliteDatabase events_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));

  int64_t query(const std::string& lang, const std::string& text) {
    SqliteStatement insert(events_, "INSERT INTO queries(lang, text, sum) VALUES (?, ?, ?)");
    insert.bind_text(1, lang).bind_text(2, text).bind_number(3, query_key(lang, text)).step();
    return events_.last_row();
  }
  void day_of_query(int64_t query, int day, int64_t visits, int64_t without_result) {
    events_.execute("INSERT INTO query_days VALUES (" + std::to_string(query) + ", " + std::to_string(day) +
                    ", " + std::to_string(visits) + ", " + std::to_string(visits) + ", " +
                    std::to_string(without_result) + ", 0, 0, 0, 0, 0, 0, 0)");
  }
};

TEST_F(InsightTable, SaysWhatDaysHave) {
  events_.execute(
      "INSERT INTO day_counts VALUES (100, 'en', 'searches', 7), (101, 'ko', 'searches', 2), "
      "(101, 'en', 'visits', 3), (103, 'en', 'visits', 1)");
  std::vector<DayCount> counts;
  each_day_count(events_, 100, 102, "", [&](const DayCount& count) { counts.push_back(count); });
  EXPECT_THAT(counts, ElementsAre(DayCount{100, "en", "searches", 7}, DayCount{101, "en", "visits", 3},
                                  DayCount{101, "ko", "searches", 2}));
  counts.clear();
  each_day_count(events_, 100, 102, "ko", [&](const DayCount& count) { counts.push_back(count); });
  EXPECT_THAT(counts, ElementsAre(DayCount{101, "ko", "searches", 2}));
}

TEST_F(InsightTable, SumsUpTheDaysOfAQuery) {
  const int64_t refund = query("en", "refund"), teapot = query("en", "teapot");
  day_of_query(refund, 100, 4, 0);
  day_of_query(refund, 101, 3, 1);
  day_of_query(teapot, 101, 1, 1);
  day_of_query(teapot, 99, 9, 9);
  std::vector<QueryLine> lines;
  each_query(events_, 100, 101, [&](const QueryLine& line) { lines.push_back(line); });
  EXPECT_THAT(
      lines,
      ElementsAre(QueryLine{refund, "en", "refund", {.searches = 7, .visits = 7, .without_result = 1}},
                  QueryLine{teapot, "en", "teapot", {.searches = 1, .visits = 1, .without_result = 1}}));
}

TEST_F(InsightTable, FindsAQueryByItsText) {
  const int64_t refund = query("en", "refund");
  EXPECT_EQ(query_number(events_, "en", "refund"), refund);
  EXPECT_FALSE(query_number(events_, "ko", "refund"));
}

TEST_F(InsightTable, ShowsNothingOfAnEmptyFile) {
  const QueryList list = leading_queries(events_, 7, "", QueryOrder::searches, 10);
  EXPECT_THAT(list.lines, IsEmpty());
  EXPECT_EQ(list.rare.queries, 0);
  EXPECT_THAT(leading_articles(events_, 7, "", 10), IsEmpty());
}

}  // namespace
}  // namespace signpost
