// ranks_test.cc - a matcher that never failed would prove nothing, and one that fails has to say why.
#include "ranks.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RanksTest : public ::testing::Test {
 protected:
  const TestIndex index_{{make_document("title", "Blue wombat", {"An animal."}),
                          make_document("text", "Animals", {"There is a blue wombat."}),
                          make_document("other", "Plants", {"There is none."})}};
};

TEST_F(RanksTest, ComparesTheFirstHits) {
  EXPECT_THAT(index_, ranks("wombat", "title"));
  EXPECT_THAT(index_, ranks("wombat", "title", "text"));
  EXPECT_THAT(index_, ranks(in("en", "wombat"), "title", "text"));
  EXPECT_THAT(index_, Not(ranks("wombat", "text")));
  EXPECT_THAT(index_, Not(ranks("wombat", "text", "title")));
  EXPECT_THAT(index_, Not(ranks("wombat", "title", "text", "other")));
  EXPECT_THAT(index_, Not(ranks("giraffe", "title")));
}

TEST_F(RanksTest, ExplainsBothDocuments) {
  EXPECT_THAT(difference(index_, in("", "wombat"), {"title", "text"}), IsEmpty());
  const std::string swapped = difference(index_, in("", "wombat"), {"text"});
  EXPECT_THAT(swapped,
              AllOf(HasSubstr("at 1\n  there is: title, hit 1\n    word: wombat"), HasSubstr("weight "),
                    HasSubstr(", title 1\n"), HasSubstr("should be: text, hit 2\n    word: wombat"),
                    HasSubstr(", text 1\n"), HasSubstr("score")));
  EXPECT_THAT(difference(index_, in("", "wombat"), {"title", "other"}),
              HasSubstr("at 2\n  there is: text, hit 2"));
  EXPECT_THAT(difference(index_, in("", "wombat"), {"title", "other"}),
              HasSubstr("should be: other, which is not found"));
  EXPECT_THAT(difference(index_, in("", "wombat"), {"title", "text", "other"}),
              HasSubstr("at 3\n  there is no hit"));
  EXPECT_THAT(difference(index_, in("", "wombta"), {"text"}), HasSubstr("corrected to \"wombat\""));
}

}  // namespace
}  // namespace signpost
