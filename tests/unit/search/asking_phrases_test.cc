#include "search/asking_phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

std::string thing(const std::string& run) {
  const ThingAsked asked = thing_asked(run);
  return run.substr(asked.begin, asked.end - asked.begin);
}

TEST(AskingPhrases, LeaveTheThingOfAJapaneseQuestion) {
  const char* const cases[][2] = {{"パスワードを変更するにはどうすればいいですか", "パスワードを変更"},
                                  {"パスワードの変更方法", "パスワードの変更"},
                                  {"パスワード変更のやり方を教えてください", "パスワード変更"},
                                  {"どうやって退会できますか", "退会"},
                                  {"印刷できない", "印刷できない"},
                                  {"方法論", "方法論"},
                                  {"東京の", "東京の"},
                                  {"方法", ""},
                                  {"", ""}};
  for (const auto& [run, left] : cases) EXPECT_EQ(thing(run), left) << run;
}

TEST(AskingPhrases, AreWordsInKorean) {
  for (const char* word : {"방법", "방법을", "어떻게", "알려주세요", "싶어요"})
    EXPECT_EQ(thing(word), "") << word;
  for (const char* word : {"알고리즘", "방법론", "비밀번호"}) EXPECT_EQ(thing(word), word);
}

}  // namespace
}  // namespace signpost
