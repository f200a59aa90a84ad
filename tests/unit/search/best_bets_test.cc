// best_bets_test.cc - the article that site.yaml puts first for a query, and for nothing else.
#include "search/best_bets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ranks.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class BestBetsTest : public ::testing::Test {
 protected:
  static Site site() {
    Site site = three_languages();
    site.best_bets = {{"en", {"help", "start here"}, "welcome"},
                      {"", {"전화"}, "phone"},
                      {"ko", {"gone"}, "no-such-article"}};
    return site;
  }
  const TestIndex index_{
      {make_document("welcome", "Welcome", {"Begin."}),
       make_document("helping", "Help yourself", {"Help is here."}),
       make_document("phone", "Call us", {"Any time."}), make_document("phone", "연락처", {"언제나."}, "ko")},
      site()};
};

TEST_F(BestBetsTest, ComeFirstForExactlyTheirQueries) {
  EXPECT_THAT(index_, ranks("help", "welcome", "helping"));  // though it has not the word
  EXPECT_THAT(index_, ranks("Start  Here!", "welcome"));
  EXPECT_THAT(index_, ranks("help yourself", "helping"));
  EXPECT_THAT(index_, ranks(in("en", "help"), "welcome"));
  EXPECT_THAT(index_, Not(ranks(in("ko", "help"), "welcome")));  // of another language
  EXPECT_EQ(index_.search("help").total, 2u);
  EXPECT_EQ(index_.search("welcome").total, 1u);
}

TEST_F(BestBetsTest, AreShownInTheLanguageOfTheQuery) {
  const SearchResponse korean = index_.search("전화");
  EXPECT_EQ(korean.hits.at(0).id, "phone");
  EXPECT_EQ(korean.hits.at(0).lang, "ko");
}

TEST_F(BestBetsTest, ObeyFiltersAndMayBeGone) {
  EXPECT_THAT(index_.ids("help kind:community"), IsEmpty());
  EXPECT_THAT(index_.ids("gone"), IsEmpty());
}

}  // namespace
}  // namespace signpost
