#include "feedback/comment_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace signpost {
namespace {

TEST(CommentWords, AreTheSameHoweverTheyAreWritten) {
  EXPECT_EQ(comment_words("The trays are missing!", "en"), comment_words("missing: the TRAY are", "en"));
  EXPECT_EQ(comment_words("설정 화면이 없어요", "ko"), comment_words("없어요 설정 화면이", "ko"));
  EXPECT_NE(comment_words("The tray is missing", "en"), comment_words("The menu is missing", "en"));
  EXPECT_TRUE(comment_words("", "en").empty());
  EXPECT_TRUE(comment_words("?!", "ja").empty());
}

TEST(CommentWords, AreFewAndInOrder) {
  std::string comment;
  for (int i = 0; i < 5000; ++i) comment += "word" + std::to_string(i) + " ";
  const std::vector<uint32_t> words = comment_words(comment, "en");
  EXPECT_EQ(words.size(), 100u);
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
}

}  // namespace
}  // namespace signpost
