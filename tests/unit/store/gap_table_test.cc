// gap_table_test.cc - gaps come back as they were kept, and no text of a query is kept with them.
#include "store/gap_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/event_counts.h"
#include "store/event_file.h"

namespace signpost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Gap gap_of(int64_t lost, std::vector<GapQuery> queries) {
  return {.number = 0,
          .state = GapState::open,
          .lang = "en",
          .sums = {.visits = lost + 2, .lost = lost, .without_result = lost, .contact = 1},
          .queries = std::move(queries),
          .nearest = {{"print", "en", "Print a page"}, {"scan", "en", "Scan"}},
          .changes = {{GapState::open, 100, "g1", ""}},
          .proof = std::nullopt};
}

class GapTable : public ::testing::Test {
 protected:
  std::vector<int64_t> numbers(std::optional<GapState> state) {
    std::vector<int64_t> found;
    each_gap(database_, state, [&](const Gap& gap) { found.push_back(gap.number); });
    return found;
  }

  const DataFolder folder_{"signpost-gaps"};
  SqliteDatabase database_ = folder_.open();
};

TEST_F(GapTable, KeepsAGapAsItIs) {
  Gap gap = gap_of(8, {{11, 6, 6, {true, -5, 1200}, 0}, {12, 4, 2, {}, 0}});
  gap.number = keep_gap(database_, gap);
  const auto found = find_gap(database_, gap.number);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->sums, gap.sums);
  EXPECT_EQ(found->queries, gap.queries);
  EXPECT_EQ(found->nearest, gap.nearest);
  EXPECT_EQ(found->changes, gap.changes);
  EXPECT_FALSE(found->proof);
  EXPECT_FALSE(find_gap(database_, gap.number + 1));
}

TEST_F(GapTable, ChangesWhatHasChangedAndAddsToItsHistory) {
  Gap gap = gap_of(8, {{11, 6, 6, {}, 0}});
  gap.number = keep_gap(database_, gap);
  gap.state = GapState::closed;
  gap.queries = {{11, 9, 0, {}, 2}};
  gap.nearest.pop_back();
  gap.proof = GapArticle{"print", "en", "Print a page"};
  gap.changes.push_back({GapState::closed, 200, "g2", ""});
  EXPECT_EQ(keep_gap(database_, gap), gap.number);
  EXPECT_EQ(keep_gap(database_, gap), gap.number);
  const auto found = find_gap(database_, gap.number);
  EXPECT_EQ(found->state, GapState::closed);
  EXPECT_EQ(found->queries, gap.queries);
  EXPECT_EQ(found->nearest, gap.nearest);
  EXPECT_EQ(found->changes, gap.changes);
  EXPECT_EQ(found->proof, gap.proof);
}

TEST_F(GapTable, ListsThoseOfAStateByTheVisitsThatTheyLost) {
  const int64_t few = keep_gap(database_, gap_of(5, {}));
  const int64_t many = keep_gap(database_, gap_of(50, {}));
  EXPECT_THAT(numbers(GapState::open), ElementsAre(many, few));
  EXPECT_TRUE(change_gap_state(database_, many, {GapState::not_topic, 300, "", "ann"}));
  EXPECT_THAT(numbers(GapState::open), ElementsAre(few));
  EXPECT_THAT(numbers(std::nullopt), ElementsAre(many, few));
  EXPECT_EQ(find_gap(database_, many)->changes.back(), (GapChange{GapState::not_topic, 300, "", "ann"}));
  EXPECT_FALSE(change_gap_state(database_, 99, {}));
}

TEST_F(GapTable, ReadsAPageOfThem) {
  std::vector<int64_t> kept;
  for (int64_t lost = 9; lost > 4; --lost) kept.push_back(keep_gap(database_, gap_of(lost, {})));
  change_gap_state(database_, kept[1], {GapState::closed, 300, "g2", ""});
  const auto page = [&](std::optional<GapState> state, size_t first, size_t most) {
    std::vector<int64_t> found;
    for (const Gap& gap : gaps_of_page(database_, state, first, most)) found.push_back(gap.number);
    return found;
  };
  EXPECT_THAT(page(std::nullopt, 1, 2), ElementsAre(kept[1], kept[2]));
  EXPECT_THAT(page(GapState::open, 1, 2), ElementsAre(kept[2], kept[3]));
  EXPECT_THAT(page(GapState::open, 3, 50), ElementsAre(kept[4]));
  EXPECT_THAT(page(GapState::open, SIZE_MAX, SIZE_MAX), IsEmpty());
  EXPECT_EQ(count_gaps(database_, std::nullopt), 5u);
  EXPECT_EQ(count_gaps(database_, GapState::open), 4u);
  EXPECT_EQ(count_gaps(database_, GapState::not_topic), 0u);
}

TEST_F(GapTable, WhatStaffHaveChangedMeanwhileStays) {
  Gap gap = gap_of(8, {{11, 6, 6, {}, 0}});
  gap.number = keep_gap(database_, gap);
  change_gap_state(database_, gap.number, {GapState::not_topic, 300, "", "ann"});
  gap.state = GapState::answered;
  gap.sums.lost = 99;
  gap.changes.push_back({GapState::answered, 301, "g2", ""});
  keep_reckoned_gap(database_, gap);
  EXPECT_EQ(find_gap(database_, gap.number)->state, GapState::not_topic);
  EXPECT_EQ(find_gap(database_, gap.number)->sums.lost, 8);
}

TEST_F(GapTable, WhatNobodyAsksForIsDeleted) {
  Gap gap = gap_of(8, {{11, 6, 6, {}, 0}});
  gap.number = keep_gap(database_, gap);
  gap.queries.clear();
  keep_reckoned_gap(database_, gap);
  EXPECT_THAT(numbers(std::nullopt), IsEmpty());
  EXPECT_EQ(database_.number("SELECT count(*) FROM gap_changes"), 0);
}

TEST_F(GapTable, AQueryIsOfOneGapAlone) {
  const int64_t one = keep_gap(database_, gap_of(5, {{11, 5, 5, {}, 0}}));
  const int64_t other = keep_gap(database_, gap_of(5, {{11, 6, 6, {}, 0}}));
  EXPECT_THAT(find_gap(database_, one)->queries, IsEmpty());
  EXPECT_EQ(find_gap(database_, other)->queries.size(), 1u);
}

TEST_F(GapTable, ShowsTheTextOfNoQueryThatFewAsked) {
  SqliteDatabase events = open_event_file(folder_.path(), std::chrono::milliseconds(0));
  std::vector<GapQuery> queries;
  for (const auto& [text, visits] :
       {std::pair("printer smokes", 4), std::pair("printer fire", 5), std::pair("fire", 9)}) {
    SqliteStatement insert(events, "INSERT INTO queries(lang, text, sum) VALUES ('en', ?, ?)");
    insert.bind_text(1, text).bind_number(2, query_key("en", text)).step();
    queries.push_back({query_key("en", text), visits, visits, {}, 0});
  }
  queries.push_back({12345, 50, 50, {}, 0});  // whose text was deleted
  Gap stricter = gap_of(9, queries);
  stricter.least_visits = 6;
  EXPECT_THAT(gap_examples(events, stricter), ElementsAre(GapExample{"en", "fire", 9, 0}));
  EXPECT_THAT(gap_examples(events, gap_of(9, queries)),
              ElementsAre(GapExample{"en", "fire", 9, 0}, GapExample{"en", "printer fire", 5, 0}));
}

}  // namespace
}  // namespace signpost
