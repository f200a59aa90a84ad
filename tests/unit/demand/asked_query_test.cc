// asked_query_test.cc - which visits are lost, and what may answer them.
#include "demand/asked_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct LostCase {
  const char* what;
  QuerySums sums;
  int64_t lost;
};

TEST(AskedQuery, LosesVisitsInSeveralWays) {
  const LostCase cases[] = {
      {"nothing", {}, 0},
      {"all opened", {.searches = 10, .visits = 10, .clicked = 10}, 0},
      {"without result", {.searches = 10, .visits = 10, .without_result = 10}, 10},
      {"a search of two of each visit",
       {.searches = 20, .visits = 10, .without_result = 10, .clicked = 10},
       5},
      {"without click", {.searches = 10, .visits = 10, .clicked = 4}, 6},
      {"an answer needs no click", {.searches = 10, .visits = 10, .clicked = 4, .answered = 6}, 0},
      {"which did not help", {.searches = 10, .visits = 10, .answered = 10, .unhelpful = 7}, 7},
      {"opened, and then the form", {.searches = 10, .visits = 10, .clicked = 10, .contact = 8}, 8},
      {"more than there are", {.searches = 4, .visits = 4, .clicked = 9, .contact = 9}, 4},
      {"less than nothing", {.searches = 4, .visits = -4, .clicked = INT64_MIN}, 0},
      {"more than can be reckoned with",
       {.searches = INT64_MAX, .visits = INT64_MAX, .without_result = INT64_MAX},
       int64_t{1} << 31},
  };
  for (const LostCase& c : cases) EXPECT_EQ(lost_visits(c.sums), c.lost) << c.what;
}

TEST(AskedQuery, FailsWhereHalfOfTheVisitsAreLost) {
  EXPECT_TRUE(fails({.searches = 10, .visits = 10, .clicked = 5}));
  EXPECT_FALSE(fails({.searches = 10, .visits = 10, .clicked = 6}));
  EXPECT_FALSE(fails({}));
}

TEST(AskedQuery, IsSearchedForAsItWasTyped) {
  const TestIndex index({make_document("print", "Print a page", {"Put in paper."}),
                         make_document("scan", "Scan a page", {"Put it on the glass."})});
  const FoundNow now = find_now(index.searcher(), {1, {1, "en", "print", {}}});
  EXPECT_TRUE(now.finding.found);
  EXPECT_GT(now.finding.score, 0);
  EXPECT_THAT(now.articles, ElementsAre(GapArticle{"print", "en", "Print a page"}));
  const FoundNow nothing = find_now(index.searcher(), {2, {2, "en", "zebra", {}}});
  EXPECT_FALSE(nothing.finding.found);
  EXPECT_THAT(nothing.articles, IsEmpty());
}

TEST(AskedQuery, MayBeAnsweredByWhatIsNew) {
  const GapFinding before{true, 1, 1000};
  EXPECT_FALSE(may_answer(before, before));
  EXPECT_FALSE(may_answer(before, {true, 1, 1050}));
  EXPECT_TRUE(may_answer(before, {true, 1, 1200}));
  EXPECT_TRUE(may_answer(before, {true, 2, 900}));
  EXPECT_TRUE(may_answer({}, {true, 1, 1}));
  EXPECT_FALSE(may_answer({}, {}));
  EXPECT_FALSE(may_answer(before, {false, 2, 0}));
}

}  // namespace
}  // namespace signpost
