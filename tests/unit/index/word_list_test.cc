#include "index/word_list.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace signpost {
namespace {

TEST(WordList, FindsWordsAndTheirFrequencies) {
  const std::string bytes =
      encode_words({{"apple", {3, false}}, {"install", {7, true}}, {"über", {1, false}}});
  const WordList words(bytes);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words.word(1), "install");
  EXPECT_EQ(words.info(1).frequency, 7u);
  EXPECT_TRUE(words.info(1).in_title);
  EXPECT_EQ(words.find("über"), 2u);
  EXPECT_EQ(words.find("instal"), words.size());
  EXPECT_EQ(words.lower_bound("instal"), 1u);
  EXPECT_EQ(words.letters(0), letter_set("elppa"));
  EXPECT_THROW(WordList(std::string_view(bytes).substr(1)), Error);
}

TEST(WordList, RefusesWrongOffsets) {
  std::string bytes = encode_words({{"apple", {1, false}}, {"pear", {1, false}}});
  bytes[8] = '\x7F';  // where the second word begins
  EXPECT_THROW(WordList{bytes}, Error);
}

}  // namespace
}  // namespace signpost
