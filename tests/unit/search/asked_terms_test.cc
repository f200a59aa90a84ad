// asked_terms_test.cc - which queries ask the same, and which don't.
#include "search/asked_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Pair {
  const char* lang;
  const char* one;
  const char* other;
};

TEST(AskedTerms, AreTheSameForOrderInflectionAndSmallWords) {
  const Pair pairs[] = {
      {"en", "reset password", "Password reset"},
      {"en", "How do I reset my passwords?", "resetting password"},
      {"en", "password password", "password"},
      {"de", "Wie kann ich das Passwort ändern?", "passwort ändern"},
      {"ko", "비밀번호를 변경하는", "변경 비밀번호"},
      {"ko", "비밀번호는 어디에서 변경", "비밀번호 변경"},
      {"ja", "パスワードを変更", "変更 パスワード"},
      {"ja", "パスワードの変更方法", "パスワードの変更"},
      {"ko", "비밀번호 변경 방법을 알려주세요", "비밀번호 변경"},
      {"en", "비밀번호를", "비밀번호"},
      {"en", "\"reset password\" -beta", "reset password"},
      {"en", "reset password kind:help", "reset password"},
  };
  for (const Pair& p : pairs) EXPECT_EQ(asked_terms(p.one, p.lang), asked_terms(p.other, p.lang)) << p.one;
}

TEST(AskedTerms, AreOthersForWhatIsAskedOtherwise) {
  const Pair pairs[] = {
      {"en", "reset password", "reset account"},
      {"en", "reset password", "reset"},
      {"en", "c++", "c"},
      {"ko", "비밀번호 변경", "비밀번호 삭제"},
      {"ja", "パスワード変更", "パスワード削除"},
      {"en", "node.js", "node"},
  };
  for (const Pair& p : pairs) EXPECT_NE(asked_terms(p.one, p.lang), asked_terms(p.other, p.lang)) << p.one;
}

TEST(AskedTerms, AreAscendingAndKeptWhereThereIsNothingElse) {
  EXPECT_THAT(asked_terms("zebra apple", "en"), ElementsAre("appl", "zebra"));
  EXPECT_THAT(asked_terms("who are you", "en"), ElementsAre("are", "who", "you"));
  EXPECT_THAT(asked_terms("どこで", "ja"), ElementsAre("こで", "どこ"));
  EXPECT_THAT(asked_terms("", "en"), IsEmpty());
  EXPECT_THAT(asked_terms("kind:help", "en"), IsEmpty());
}

TEST(TellingTerms, AreNoneWhereAllOfATextAsks) {
  EXPECT_THAT(telling_terms("who are you", "en"), IsEmpty());
  EXPECT_THAT(telling_terms("どこで", "ja"), IsEmpty());
  EXPECT_THAT(telling_terms("알려주세요", "ko"), IsEmpty());
  EXPECT_THAT(telling_terms("What is kind:help?", "en"), ElementsAre("help", "kind"));
}

TEST(TellingTerms, HaveKanaWhereTheyAreWanted) {
  const char* const question = "画像を消すにはどうすればいいですか？";
  EXPECT_THAT(telling_terms(question, "ja"), ElementsAre("画像"));
  EXPECT_THAT(telling_terms(question, "ja", KanaPairs::kept), ElementsAre("を消", "像を", "消す", "画像"));
}

TEST(AskedTerms, HaveASingleCharacterThatStandsAlone) {
  EXPECT_THAT(asked_terms("表 作成", "ja"), ElementsAre("作成", "表"));
}

}  // namespace
}  // namespace signpost
