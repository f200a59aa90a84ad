// korean_verbs_test.cc - which endings are cut off, and which forms a verb has.
#include "search/korean_verbs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(KoreanVerbs, LoseTheirEndings) {
  struct Case {
    const char* word;
    const char* ending;  // of it, that says nothing; "" where the word is no verb, or may be a noun
    const char* next;
  };
  const Case cases[] = {
      {"삭제하다", "하다", ""},
      {"삭제했어요", "했어요", ""},
      {"로그인되지", "되지", "않아요"},
      {"바꿔요", "요", ""},
      {"바꿨습니다", "습니다", ""},
      {"지워졌어요", "어요", ""},
      {"먹었어요", "어요", ""},
      {"싶어요", "싶어요", ""},
      {"안됩니다", "안됩니다", ""},
      {"됩니다", "됩니다", ""},
      {"있나요", "있나요", ""},
      {"돼요", "돼요", ""},
      {"바꾸고", "고", "싶어요"},
      {"바꾸고", "", ""},
      {"메시지", "", ""},
      {"화면", "", ""},
      {"광고", "", ""},
      {"비밀번호", "", ""},
      {"필요", "", ""},
      {"열리지", "지", "않아요"},
      {"password다", "", ""},
      {"다", "", ""},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    const auto verb = read_korean_verb(c.word, c.next);
    EXPECT_EQ(verb ? verb->ending : 0, std::string_view(c.ending).size()) << c.word;
  }
}

TEST(KoreanVerbs, HaveOtherForms) {
  struct Case {
    const char* word;
    const char* next;
    size_t pair;
    std::vector<std::string> forms;
  };
  const Case cases[] = {
      {"바꾸고", "", 0, {"바꾸", "바꿔", "바꿨", "바꿉"}},
      {"바꾸다", "", 0, {"바꾼", "바꿀", "바꿈"}},
      {"바꿔요", "", 0, {"바꾸", "바꿨"}},
      {"바꿨습니다", "", 0, {"바꾸", "바꿔"}},
      {"바꾸는", "", 0, {"바꿔"}},
      {"먹다", "", 0, {"먹었", "먹는", "먹습", "먹고"}},
      {"먹었어요", "", 0, {"먹다", "먹는"}},
      {"켜다", "", 0, {"켜요", "켰어", "켭니", "켤수"}},
      {"갔어요", "", 0, {"가다", "간다", "갑니", "가는"}},
      {"봐요", "", 0, {"보다", "봤어", "보는"}},
      {"보여요", "", 0, {"보이", "보입", "보였"}},
      {"보이지만", "", 0, {"보여", "보입", "보인"}},
      {"만드는", "", 0, {"만들", "만듭"}},
      {"만들고", "", 0, {"만드", "만듭"}},
      {"누르고", "", 0, {"눌러", "눌렀"}},
      {"눌러요", "", 0, {"누르", "누른"}},
      {"어렵습니다", "", 0, {"어려"}},
      {"써요", "", 0, {"쓰다", "썼어", "씁니"}},
      {"가져오고", "", 1, {"져와", "져왔", "져옵"}},
      {"내보내기", "", 1, {"보냈", "보냅"}},
      {"여는", "", 0, {"열고", "엽니", "열어"}},
      {"보낼", "수", 0, {"보내", "보냈"}},
      {"만들", "때", 0, {"만드", "만듭"}},
      {"지워지고", "", 1, {"워졌"}},
  };
  for (const Case& c : cases) {
    const auto verb = read_korean_verb(c.word, c.next);
    ASSERT_TRUE(verb) << c.word;
    EXPECT_EQ(verb->pair, c.pair) << c.word;
    for (const std::string& form : c.forms) EXPECT_THAT(verb->forms, Contains(form)) << c.word;
  }
}

TEST(KoreanVerbs, NounsThatEndLikeVerbsModifyNothing) {
  const auto noun = read_korean_verb("글쓰기", "");
  ASSERT_TRUE(noun);
  EXPECT_THAT(noun->forms, Not(Contains("글쓴")));
  EXPECT_FALSE(read_korean_verb("보낼", ""));
}

TEST(KoreanVerbs, SomeSyllablesSayNothing) {
  for (const char* syllable : {"안", "수", "좀"})
    EXPECT_TRUE(is_korean_function_syllable(syllable)) << syllable;
  for (const char* syllable : {"키", "앱", "", "a"})
    EXPECT_FALSE(is_korean_function_syllable(syllable)) << syllable;
}

TEST(KoreanVerbs, NegationsStandBeforeVerbs) {
  for (const char* pair : {"안됩", "못해", "비밀", "키", ""}) EXPECT_TRUE(may_negate(pair)) << pair;
  for (const char* pair : {"안전", "안내"}) EXPECT_FALSE(may_negate(pair)) << pair;
}

}  // namespace
}  // namespace signpost
