// pinned_answers_test.cc - which question has which section of answers.yaml.
#include "answer/pinned_answers.h"

#include <gtest/gtest.h>

#include "answer/word_patterns.h"
#include "tests/unit/search/test_index.h"

namespace signpost {
namespace {

TEST(QuestionTerms, HaveAllWordsOfAPatternInAnyOrder) {
  const struct {
    const char* lang;
    const char* question;
    const char* pattern;
    bool want;
  } kCases[] = {
      {"en", "How do I reset my password?", "reset password", true},
      {"en", "passwords: resetting one", "reset password", true},
      {"en", "Is a PASSWORD reset possible", "how do I reset my password", true},
      {"en", "change my password", "reset password", false},
      {"en", "password", "reset password", false},
      {"en", "how to do it", "how to", true},
      {"en", "how to do it", "?!", false},
      {"en", "how to do it", "", false},
      {"ko", "비밀번호를 다시 설정하고 싶어요", "비밀번호 설정", true},
      {"ko", "비밀번호재설정", "재설정 비밀번호", true},
      {"ko", "비밀번호를 바꾸려면", "비밀번호 설정", false},
      {"ja", "パスワードを再設定するには", "再設定 パスワード", true},
      {"ja", "ﾊﾟｽﾜｰﾄﾞの再設定", "パスワード再設定", false},  // the two words side by side, and not so here
      {"ja", "パスワードの変更", "再設定 パスワード", false},
      {"", "reset the password", "password reset", true},
  };
  for (const auto& [lang, question, pattern, want] : kCases) {
    EXPECT_EQ(QuestionTerms(question, lang).has_all(pattern), want) << question << " | " << pattern;
  }
}

TEST(PinnedAnswers, AreTheFirstThatFitAndAreThere) {
  Site site = three_languages();
  site.pinned_answers = {{"", {"vanished page"}, "gone", ""},
                         {"en", {"refund time", "money back"}, "refunds", "how-long"},
                         {"ko", {"환불 기간"}, "refunds", "how-long"},
                         {"", {"refund"}, "terms", ""},
                         {"", {"vanished"}, "terms", "lost"}};
  const TestIndex index({make_document("refunds", "Refunds", {"Lead.", "How long: Five days."}),
                         make_document("refunds", "환불", {"안내.", "기간: 5일."}, "ko"),
                         make_document("terms", "Terms", {"All of them."})},
                        site);
  const IndexReader reader(index.dir());
  const struct {
    const char* lang;
    const char* question;
    const char* id;  // "" for none
    const char* anchor;
    const char* found_in;
  } kCases[] = {
      {"en", "What time does a refund take?", "refunds", "how-long", "en"},
      {"en-GB", "I want my money back", "refunds", "how-long", "en"},
      {"en", "Is a refund possible?", "terms", "", "en"},
      {"ko", "환불 기간이 궁금해요", "refunds", "how-long", "ko"},
      {"ko", "money back", "", "", ""},
      {"ko", "refund", "terms", "", "en"},
      {"", "refund time", "refunds", "how-long", "en"},
      {"en", "the page vanished", "terms", "lost", "en"},  // the first one's article is gone
      {"en", "something else", "", "", ""},
  };
  for (const auto& [lang, question, id, anchor, found_in] : kCases) {
    const auto found = pinned_answer(reader, question, lang);
    ASSERT_EQ(found.has_value(), *id != '\0') << question;
    if (!found) continue;
    EXPECT_EQ(found->id, id) << question;
    EXPECT_EQ(found->anchor, anchor) << question;
    EXPECT_EQ(reader.find(found_in, id), found->document) << question;
  }
}

}  // namespace
}  // namespace signpost
