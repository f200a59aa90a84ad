#include "store/event_sums.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/event_file.h"
#include "store/event_tables.h"
#include "store/insight_table.h"

namespace signpost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr uint32_t kLastDay = 20'000;

class EventSums : public ::testing::Test {
 protected:
  const DataFolder folder_{"signpost-event-sums"};
  SqliteDatabase events_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));
  EventTables tables_{events_};

  std::vector<std::string> texts(int period, const std::string& lang, QueryOrder order, size_t most = 10) {
    std::vector<std::string> texts;
    for (const QueryLine& line : leading_queries(events_, period, lang, order, most).lines)
      texts.push_back(line.text);
    return texts;
  }
};

TEST_F(EventSums, HaveEachPeriodWithToday) {
  const int64_t refund = tables_.query("en", "refund");
  for (const uint32_t ago : {0u, 6u, 7u, 29u, 89u, 364u, 365u})
    tables_.add(refund, kLastDay - ago, QuerySums{.searches = 10, .visits = 10});
  sum_up(events_, kLastDay, 5);
  const std::pair<int, int64_t> wanted[] = {{7, 20}, {30, 40}, {90, 50}, {365, 60}};
  for (const auto& [period, searches] : wanted) {
    const QueryList list = leading_queries(events_, period, "en", QueryOrder::searches, 10);
    ASSERT_EQ(list.lines.size(), 1u) << period;
    EXPECT_EQ(list.lines[0].sums.searches, searches) << period;
  }
}

TEST_F(EventSums, PutQueriesInTheOrderOfAFigure) {
  tables_.add(tables_.query("en", "often"), kLastDay, QuerySums{.searches = 90, .visits = 80, .clicked = 90});
  tables_.add(tables_.query("en", "lost"), kLastDay,
              QuerySums{.searches = 20, .visits = 20, .without_result = 20});
  tables_.add(tables_.query("ko", "환불"), kLastDay, QuerySums{.searches = 50, .visits = 40, .clicked = 10});
  sum_up(events_, kLastDay, 5);
  EXPECT_THAT(texts(7, "", QueryOrder::searches), ElementsAre("often", "환불", "lost"));
  EXPECT_THAT(texts(7, "en", QueryOrder::searches), ElementsAre("often", "lost"));
  EXPECT_THAT(texts(7, "", QueryOrder::without_result), ElementsAre("lost"));
  EXPECT_THAT(texts(7, "", QueryOrder::without_click), ElementsAre("환불", "lost"));
  EXPECT_THAT(texts(7, "", QueryOrder::searches, 1), ElementsAre("often"));
}

TEST_F(EventSums, NeverHaveTheTextOfARareQuery) {
  tables_.add(tables_.query("en", "my own story"), kLastDay, QuerySums{.searches = 40, .visits = 4});
  tables_.add(tables_.query("en", "another"), kLastDay, QuerySums{.searches = 1, .visits = 1});
  tables_.add(tables_.query("en", "refund"), kLastDay, QuerySums{.searches = 5, .visits = 5});
  sum_up(events_, kLastDay, 5);
  // A reader who asks for less gets no more than was summed up.
  const QueryList list = leading_queries(events_, 7, "", QueryOrder::searches, 10, 1);
  ASSERT_EQ(list.lines.size(), 1u);
  EXPECT_EQ(list.lines[0].text, "refund");
  EXPECT_EQ(list.rare.queries, 2);
  EXPECT_EQ(list.rare.sums.searches, 41);
  EXPECT_EQ(list.rare.sums.visits, 5);
  // One who asks for more gets less.
  EXPECT_THAT(leading_queries(events_, 7, "", QueryOrder::searches, 10, 6).lines, IsEmpty());
}

TEST_F(EventSums, KeepOnlyThoseThatLead) {
  const int64_t many = static_cast<int64_t>(kMostLeading) + 50;
  for (int64_t i = 0; i < many; ++i)
    tables_.add(tables_.query("en", "q" + std::to_string(i)), kLastDay,
                QuerySums{.searches = 10 + i, .visits = 10 + i, .clicked = 10 + i});
  sum_up(events_, kLastDay, 5);
  const auto list = leading_queries(events_, 7, "en", QueryOrder::searches, 10'000);
  ASSERT_EQ(list.lines.size(), kMostLeading);
  EXPECT_EQ(list.lines[0].text, "q" + std::to_string(many - 1));
  EXPECT_EQ(list.lines.back().text, "q50");
}

TEST_F(EventSums, AreMadeAnew) {
  tables_.add(tables_.query("en", "refund"), kLastDay, QuerySums{.searches = 9, .visits = 9});
  sum_up(events_, kLastDay, 5);
  sum_up(events_, kLastDay + 7, 5);
  EXPECT_THAT(texts(7, "", QueryOrder::searches), IsEmpty());
  EXPECT_THAT(texts(30, "", QueryOrder::searches), ElementsAre("refund"));
}

TEST_F(EventSums, HaveArticlesThatEndInContact) {
  tables_.add(tables_.document("refunds", "en"), kLastDay,
              ArticleSums{.visits = 50, .clicks = 20, .contact_begun = 8, .contact_sent = 3});
  tables_.add(tables_.document("install", "en"), kLastDay, ArticleSums{.visits = 90});
  tables_.add(tables_.document("refunds", "ko"), kLastDay - 30, ArticleSums{.visits = 5, .contact_begun = 5});
  sum_up(events_, kLastDay, 5);
  const auto lines = leading_articles(events_, 7, "", 10);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].article, "refunds");
  EXPECT_EQ(lines[0].sums.contact_sent, 3);
  EXPECT_EQ(leading_articles(events_, 365, "ko", 10).size(), 1u);
}

}  // namespace
}  // namespace signpost
