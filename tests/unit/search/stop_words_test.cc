#include "search/stop_words.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(StopWords, AreFunctionWords) {
  for (const char* word : {"a", "how", "your", "dont", "about"}) EXPECT_TRUE(is_stop_word(word)) << word;
  for (const char* word : {"reset", "", "How", "aa"}) EXPECT_FALSE(is_stop_word(word)) << word;
}

TEST(StopWords, KnowPairsOfQuestions) {
  for (const char* pair : {"何か", "何種", "誰を", "무엇", "구인", "제인"})
    EXPECT_TRUE(is_question_pair(pair)) << pair;
  for (const char* pair : {"設定", "비밀", ""}) EXPECT_FALSE(is_question_pair(pair)) << pair;
}

TEST(StopWords, FindTheLongestKoreanEnding) {
  struct Case {
    const char* run;
    const char* ending;
  };
  const Case cases[] = {{"비밀번호를", "를"},
                        {"서버에서", "에서"},
                        {"서버에서의", "에서의"},
                        {"비밀번호", ""},
                        {"설정하나요", "하나요"},
                        {"를", ""},
                        {"", ""}};
  for (const Case& c : cases) EXPECT_EQ(korean_ending(c.run), std::string_view(c.ending).size()) << c.run;
}

}  // namespace
}  // namespace signpost
