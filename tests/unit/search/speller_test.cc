#include "search/speller.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(EditDistance, CountsTranspositionsAsOne) {
  EXPECT_EQ(edit_distance(U"install", U"install", 2), 0);
  EXPECT_EQ(edit_distance(U"instal", U"install", 2), 1);
  EXPECT_EQ(edit_distance(U"isntall", U"install", 2), 1);
  EXPECT_EQ(edit_distance(U"inztoll", U"install", 2), 2);
  EXPECT_EQ(edit_distance(U"abcdef", U"uvwxyz", 2), 3);  // more than the limit
  EXPECT_EQ(edit_distance(U"ca", U"abc", 3), 3);         // optimal string alignment, not full Damerau
  EXPECT_EQ(edit_distance(U"비밀번호", U"비밀변호", 2), 1);
}

class SpellerTest : public ::testing::Test {
 protected:
  const std::string bytes_ = encode_words({{"centre", {20, false}},
                                           {"certificate", {9, true}},
                                           {"connection", {30, true}},
                                           {"form", {100, false}},
                                           {"from", {500, false}},
                                           {"help", {50, true}},
                                           {"instal", {1, false}},
                                           {"install", {40, true}},
                                           {"port", {10, false}}});
  const WordList words_{bytes_};

  std::string best(std::string_view word) const {
    const auto corrections = correct_word(words_, word, 1);
    return corrections.empty() ? "" : corrections.front().word;
  }
};

TEST_F(SpellerTest, FindsTheLikeliestWord) {
  EXPECT_EQ(best("conection"), "connection");
  EXPECT_EQ(best("cnonection"), "connection");
  EXPECT_EQ(best("certifcate"), "certificate");
  EXPECT_EQ(best("insatll"), "install");
  EXPECT_EQ(best("instakl"), "install");  // not the rare "instal"
  EXPECT_EQ(best("halp"), "help");
}

TEST_F(SpellerTest, LeavesShortWordsAndNumbersAlone) {
  EXPECT_EQ(best("hlp"), "");
  EXPECT_EQ(best("p0rt"), "");
  EXPECT_EQ(best("zzzzzzzz"), "");
}

TEST_F(SpellerTest, SplitsWordsRunTogether) {
  const auto parts = split_word(words_, "helpcentre", 2);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->first, "help");
  EXPECT_EQ(parts->second, "centre");
  EXPECT_FALSE(split_word(words_, "helpzzz", 1));
}

}  // namespace
}  // namespace signpost
