#include "search/hangul.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

struct HangulCase {
  const char* in;
  const char* want;
};

TEST(Hangul, ComposesLetters) {
  const HangulCase cases[] = {{"ㅂㅣㅁㅣㄹㅂㅓㄴㅎㅗ", "비밀번호"},
                              {"ㄷㅏㄹㄱ ㅇㅏㄴㅈㅏ", "닭 안자"},  // a consonant goes to the vowel behind it
                              {"ㅇㅗㅏㄴ", "완"},
                              {"ㄱㅏㅂㅅㅣ", "갑시"},
                              {"ㄱㅏㅂㅅ", "값"},
                              {"ㅏㅂ", "ㅏㅂ"},  // none begins with a vowel
                              {"ㅂ", "ㅂ"},
                              {"ㄸㅏㄸ", "따ㄸ"},  // no syllable ends with it
                              {"비ㅁㅣㄹ a", "비밀 a"},
                              {"", ""}};
  for (const HangulCase& c : cases) EXPECT_EQ(compose_hangul(c.in), c.want) << c.in;
}

TEST(Hangul, SwitchesLayouts) {
  const HangulCase to_hangul[] = {{"qlalfqjsgh", "비밀번호"},
                                  {"tjfcl qkdqjq", "설치 방법"},
                                  {"QLALF", "삐밀"},  // shift makes another letter of some keys
                                  {"dho 5", "왜 5"}};
  for (const HangulCase& c : to_hangul) EXPECT_EQ(latin_keys_to_hangul(c.in), c.want) << c.in;
  const HangulCase to_latin[] = {
      {"ㅑㅜㄴㅅ미ㅣ", "install"}, {"비밀", "qlalf"}, {"값", "rkqt"}, {"왜 5", "dho 5"}};
  for (const HangulCase& c : to_latin) EXPECT_EQ(hangul_keys_to_latin(c.in), c.want) << c.in;
}

TEST(Hangul, KnowsInitialConsonants) {
  EXPECT_EQ(initial_consonants("비밀번호 a"), "ㅂㅁㅂㅎ");
  EXPECT_EQ(initial_consonants("까ㄱ新"), "ㄲ");
  const char* initials[] = {"ㅂㅁ", "ㅂ ㅁ", "ㄲㅂ"};
  for (const char* text : initials) EXPECT_TRUE(is_initial_consonants(text)) << text;
  const char* others[] = {"ㅂㅏ", "ㅂ", "ㅂㅁa", "ㄳㅂ", "비밀", ""};
  for (const char* text : others) EXPECT_FALSE(is_initial_consonants(text)) << text;
}

}  // namespace
}  // namespace signpost
