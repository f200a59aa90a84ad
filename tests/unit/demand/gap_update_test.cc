// gap_update_test.cc - the life of a gap: searches fail, an article is written, visitors prove it, it is
// gone.
#include "demand/gap_update.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "asked_events.h"
#include "base/dates.h"
#include "store/gap_table.h"
#include "store/store.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr int64_t kToday = 20'000;
constexpr int64_t kNow = kToday * kSecondsOfDay;

std::vector<Document> before_documents() {
  return {make_document("print", "Print a page", {"Put in paper. A refund is no page."}),
          make_document("scan", "Scan a page", {"Put it on the glass."})};
}

std::vector<Document> with_article() {
  std::vector<Document> documents = before_documents();
  documents.push_back(make_document("warranty", "Warranty claims", {"How to claim your warranty."}));
  return documents;
}

class GapUpdate : public ::testing::Test {
 protected:
  // Visits of today, each one search, as the service would count them.
  void ask(const std::string& text, int64_t visits, QuerySums each, const std::string& generation,
           const std::string& lang = "en") {
    const int64_t query = events_.query(lang, text);
    uint32_t flags = (each.clicked != 0 ? uint32_t{kSearchClicked} : 0U) |
                     (each.refused != 0 ? uint32_t{kSearchRefused} : 0U);
    each.searches = each.visits = 1;
    QuerySums all;
    for (int64_t i = 0; i < visits; ++i) {
      add_sums(all, each);
      const int64_t search =
          events_.search(query, ++visit_, generation, each.without_result != 0 ? 0 : 3, flags);
      if (each.clicked != 0) events_.click(search, opened_, "en", 1);
    }
    events_.day(query, kToday - day_--, all);
  }
  void ask_in_vain(const std::string& text, int64_t visits, const std::string& generation = "g1") {
    ask(text, visits, {.without_result = 1}, generation);
  }

  GapsChanged update(const TestIndex& index) {
    GapsChanged changed;
    for (const Gap& gap : changed_gaps(gaps(), events_.database(), index.searcher(), {.now = kNow}, changed))
      keep_reckoned_gap(data_, gap);
    return changed;
  }
  std::vector<Gap> gaps() {
    std::vector<Gap> found;
    each_gap(data_, std::nullopt, [&](const Gap& gap) { found.push_back(gap); });
    return found;
  }
  Gap only_gap() {
    const std::vector<Gap> found = gaps();
    EXPECT_THAT(found, SizeIs(1));
    return found.empty() ? Gap() : found.front();
  }
  std::vector<std::string> texts(const Gap& gap) {
    std::vector<std::string> found;
    Gap all = gap;
    all.least_visits = 1;
    for (const GapExample& example : gap_examples(events_.database(), all)) found.push_back(example.text);
    return found;
  }
  static std::vector<GapState> states(const Gap& gap) {
    std::vector<GapState> found;
    for (const GapChange& change : gap.changes) found.push_back(change.state);
    return found;
  }

  AskedEvents events_;
  const DataFolder folder_{"signpost-gap-update"};
  SqliteDatabase data_ = folder_.open();
  std::string opened_ = "warranty";
  int64_t visit_ = 0;
  int64_t day_ = 80;  // each query of each step has a day of its own, as the table has one row for both
};

TEST_F(GapUpdate, JoinsWhatAsksTheSameAndRanksByVisitsLost) {
  ask_in_vain("warranty claim", 4);
  ask_in_vain("claim warranty", 3);
  ask_in_vain("warrantty claim", 2);
  ask_in_vain("what is a warranty claim?", 1);
  ask_in_vain("fax number", 20);
  ask_in_vain("teapot", 4);  // of too few
  ask("print", 30, {.clicked = 1}, "g1");
  const TestIndex index(before_documents());
  EXPECT_EQ(update(index).opened, 2);
  const std::vector<Gap> found = gaps();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_THAT(texts(found[0]), ElementsAre("fax number"));
  EXPECT_THAT(texts(found[1]), UnorderedElementsAre("warranty claim", "claim warranty", "warrantty claim",
                                                    "what is a warranty claim?"));
  EXPECT_EQ(found[1].sums.lost, 10);
  EXPECT_EQ(found[1].sums.without_result, 10);
  EXPECT_EQ(found[1].lang, "en");
}

TEST_F(GapUpdate, SaysTheSameTwice) {
  ask_in_vain("warranty claim", 9);
  const TestIndex index(before_documents());
  update(index);
  const Gap before = only_gap();
  GapsChanged changed;
  EXPECT_THAT(changed_gaps(gaps(), events_.database(), index.searcher(), {.now = kNow}, changed), IsEmpty());
  EXPECT_EQ(only_gap(), before);
}

TEST_F(GapUpdate, PutsWhatComesLaterIntoTheSameGap) {
  ask_in_vain("warranty claim", 9);
  const TestIndex index(before_documents());
  update(index);
  const int64_t number = only_gap().number;
  ask_in_vain("claims of warranty", 2);
  EXPECT_EQ(update(index).opened, 0);
  EXPECT_EQ(only_gap().number, number);
  EXPECT_EQ(only_gap().sums.lost, 11);
}

TEST_F(GapUpdate, ClosesWithProofAndOpensAgain) {
  ask_in_vain("warranty claim", 6);
  const TestIndex before(before_documents());
  update(before);
  EXPECT_EQ(only_gap().state, GapState::open);
  EXPECT_THAT(only_gap().nearest, IsEmpty());

  const TestIndex with(with_article());
  EXPECT_EQ(update(with).answered, 1);
  EXPECT_EQ(only_gap().state, GapState::answered);
  EXPECT_THAT(only_gap().nearest, ElementsAre(GapArticle{"warranty", "en", "Warranty claims"}));
  const std::string served = with.searcher().name();

  ask("warranty claim", 4, {.clicked = 1}, served);
  update(with);
  EXPECT_EQ(only_gap().state, GapState::answered) << "four visits are not enough";
  ask("warranty claim", 1, {.clicked = 1}, served);
  EXPECT_EQ(update(with).closed, 1);
  EXPECT_EQ(only_gap().state, GapState::closed);
  EXPECT_EQ(only_gap().proof, (GapArticle{"warranty", "en", "Warranty claims"}));
  EXPECT_EQ(only_gap().queries.front().rank, 1);

  ask_in_vain("warranty claim", 6, served);
  EXPECT_EQ(update(before).reopened, 1);
  EXPECT_EQ(only_gap().state, GapState::open);
  EXPECT_FALSE(only_gap().proof);
  EXPECT_THAT(states(only_gap()),
              ElementsAre(GapState::open, GapState::answered, GapState::closed, GapState::open));
}

TEST_F(GapUpdate, AnAnswerThatVisitorsPassOverIsNone) {
  ask_in_vain("warranty claim", 6);
  update(TestIndex(before_documents()));
  const TestIndex with(with_article());
  update(with);
  ask("warranty claim", 7, {}, with.searcher().name());
  EXPECT_EQ(update(with).reopened, 1);
  EXPECT_EQ(only_gap().state, GapState::open);
  EXPECT_EQ(update(with).answered, 0) << "what failed is no answer the second time";
}

TEST_F(GapUpdate, AnAnswerThatGoesAwayIsNone) {
  ask_in_vain("warranty claim", 6);
  const TestIndex before(before_documents());
  update(before);
  update(TestIndex(with_article()));
  EXPECT_EQ(update(before).reopened, 1);
  EXPECT_EQ(only_gap().state, GapState::open);
}

TEST_F(GapUpdate, WhatIsNoTopicStaysSo) {
  ask_in_vain("warranty claim", 6);
  const TestIndex before(before_documents());
  update(before);
  change_gap_state(data_, only_gap().number, {GapState::not_topic, kNow, "", "ann"});
  ask_in_vain("warranty claim", 6);
  update(TestIndex(with_article()));
  EXPECT_EQ(only_gap().state, GapState::not_topic);
  EXPECT_EQ(only_gap().sums.lost, 12);
}

TEST_F(GapUpdate, WhatNobodyAsksAnyMoreIsGone) {
  ask_in_vain("warranty claim", 6);
  const TestIndex index(before_documents());
  update(index);
  events_.database().execute("DELETE FROM query_days");
  update(index);
  EXPECT_THAT(gaps(), IsEmpty());
}

TEST_F(GapUpdate, KeepsThoseThatLoseMostHoweverManyThereAre) {
  for (size_t i = 0; i < kMostGaps; ++i) {
    Gap gap;
    gap.lang = "en";
    gap.queries = {{static_cast<int64_t>(i) + 1, 9, 9, {}, 0}};
    gap.changes = {{GapState::open, 1, "g1", ""}};
    const std::string text = "junk" + std::to_string(i);
    gap.queries[0].key = query_key("en", text);
    ask_in_vain(text, 5);
    day_ = 80;
    keep_gap(data_, gap);
  }
  ask_in_vain("warranty claim", 6);
  update(TestIndex(before_documents()));
  const std::vector<Gap> found = gaps();
  EXPECT_THAT(found, SizeIs(kMostGaps));
  EXPECT_THAT(texts(found.front()), ElementsAre("warranty claim"));
}

TEST_F(GapUpdate, WorksOnTheFilesOfAService) {
  ask_in_vain("warranty claim", 6);
  StoreOptions options;
  options.dir = folder_.path();
  Store store(options);
  const TestIndex index(before_documents());
  EXPECT_EQ(update_gaps(store, events_.database(), index.searcher(), {.now = kNow}).opened, 1);
  EXPECT_EQ(update_gaps(store, events_.database(), index.searcher(), {.now = kNow}).opened, 0);
  EXPECT_EQ(only_gap().state, GapState::open);
}

TEST_F(GapUpdate, KeepsMoreThanOneWriteTakes) {
  const char* const letters[] = {"alpha", "bravo", "delta", "gamma", "kappa"};
  for (const char* one : letters) {
    for (const char* other : letters) ask_in_vain(std::string("zz") + one + "qq" + other, 5);
    day_ = 80;
  }
  StoreOptions options;
  options.dir = folder_.path();
  Store store(options);
  const TestIndex index(before_documents());
  const int64_t opened = update_gaps(store, events_.database(), index.searcher(), {.now = kNow}).opened;
  EXPECT_GT(opened, 20);
  EXPECT_THAT(gaps(), SizeIs(static_cast<size_t>(opened)));
}

TEST_F(GapUpdate, ChangesNothingOnceItIsToEnd) {
  ask_in_vain("warranty claim", 6);
  const std::atomic<bool> ending{true};
  const TestIndex index(before_documents());
  GapsChanged changed;
  EXPECT_THAT(
      changed_gaps(gaps(), events_.database(), index.searcher(), {.now = kNow, .ending = &ending}, changed),
      IsEmpty());
  EXPECT_EQ(changed.opened, 0);
}

// So that a gap of two hundred queries costs no more searches than one of ten.
TEST_F(GapUpdate, IsJudgedByTheQueriesThatLostMost) {
  Gap gap;
  gap.lang = "en";
  gap.changes = {{GapState::open, 1, "g1", ""}};
  const size_t others = kAskedAgain + 5;
  for (size_t i = 0; i < kAskedAgain + others; ++i) {
    const bool is_asked = i < kAskedAgain;
    const std::string text = (is_asked ? "warranty claim " : "scan page ") + std::to_string(i);
    ask_in_vain(text, is_asked ? 9 : 8);
    day_ = 80;
    gap.queries.push_back({query_key("en", text), 0, 0, {}, 0});
  }
  keep_gap(data_, gap);
  EXPECT_EQ(update(TestIndex(before_documents())).answered, 0)
      << "only what is not searched for again finds something";
  EXPECT_EQ(update(TestIndex(with_article())).answered, 1);
  EXPECT_THAT(only_gap().queries, SizeIs(kAskedAgain + others));
}

TEST_F(GapUpdate, LooksAtThoseThatLoseMostHoweverManyFail) {
  SqliteTransaction all(events_.database());
  ask_in_vain("fax number", 7);
  for (size_t i = 0; i < 2 * kMostFailedQueries + 100; ++i) {
    ask_in_vain("zebra tag:t" + std::to_string(i), 1);  // which all ask the same
    day_ = 80;
  }
  ask_in_vain("warranty claim", 6);
  all.commit();
  EXPECT_EQ(update(TestIndex(before_documents())).opened, 3);
  const std::vector<Gap> found = gaps();
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0].sums.lost, kMostFailedQueries - 2);
  EXPECT_THAT(found[0].queries, SizeIs(kMostGapQueries));
  EXPECT_THAT(texts(found[1]), ElementsAre("fax number"));
  EXPECT_THAT(texts(found[2]), ElementsAre("warranty claim"));
}

}  // namespace
}  // namespace signpost
