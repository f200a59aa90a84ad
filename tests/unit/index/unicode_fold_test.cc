#include "index/unicode_fold.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

std::string fold_run(std::string_view text) {
  std::vector<FoldedChar> chars;
  fold_cjk_run(text, 0, text.size(), chars);
  std::string out;
  for (const FoldedChar& c : chars) append_utf8(out, c.code_point);
  return out;
}

TEST(FoldCjkRun, BringsVariantsTogether) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"サーバー", "さーば"},  // a prolonged sound mark at the end of a word
      {"サーバ", "さーば"},
      {"キー", "きー"},  // but not in a short word
      {"グリーン", "ぐりーん"},
      {"ｻｰﾊﾞｰ", "さーば"},  // half width, with a separate voiced mark
      {"ヴァイオリン", "ばいおりん"},
      {"ヴ", "ぶ"},
      {"ひらがな", "ひらがな"},
      {"\u1112\u1161\u11ab", "한"},  // conjoining jamo
      {"か\u3099", "が"},            // ka and a combining voiced mark
      {"新幹線", "新幹線"},
  };
  for (const Case& c : cases) EXPECT_EQ(fold_run(c.in), c.want) << c.in;
}

TEST(FoldCjkRun, KeepsTheBytesOfEachCharacter) {
  std::vector<FoldedChar> chars;
  const std::string text = "ｻｰﾊﾞ";
  fold_cjk_run(text, 0, text.size(), chars);
  ASSERT_EQ(chars.size(), 3u);
  EXPECT_EQ(chars[2].begin, 6u);
  EXPECT_EQ(chars[2].end, 12u);  // the letter and its mark
}

TEST(Classify, TellsScriptsApart) {
  EXPECT_EQ(classify(U'a'), CharClass::word);
  EXPECT_EQ(classify(U'é'), CharClass::word);
  EXPECT_EQ(classify(U'漢'), CharClass::han);
  EXPECT_EQ(classify(U'々'), CharClass::han);
  EXPECT_EQ(classify(U'か'), CharClass::hiragana);
  EXPECT_EQ(classify(U'ー'), CharClass::katakana);
  EXPECT_EQ(classify(U'한'), CharClass::hangul);
  EXPECT_EQ(classify(U'ก'), CharClass::complex);
  EXPECT_EQ(classify(U'。'), CharClass::separator);
  EXPECT_EQ(classify(U'・'), CharClass::separator);
  EXPECT_EQ(classify(0xAD), CharClass::ignorable);  // soft hyphen
}

TEST(IsWide, LettersOfEastAsiaAndTheirPunctuation) {
  for (const char32_t wide : {U'漢', U'か', U'カ', U'한', U'。', U'「', U'！', U'Ａ'})
    EXPECT_TRUE(is_wide(wide));
  for (const char32_t narrow : {U'a', U'é', U'ก', U' ', U'.', U'…'}) EXPECT_FALSE(is_wide(narrow));
}

TEST(FoldCase, IsUnicodesNfkcCasefold) {
  EXPECT_EQ(fold_case("ＡＢＣ"), "abc");
  EXPECT_EQ(fold_case("Straße"), "strasse");
  EXPECT_EQ(fold_case("Éa"), "éa");
  EXPECT_EQ(fold_case("ﬁx"), "fix");
}

TEST(StripAccents, KeepsWhatIsAnotherLetter) {
  EXPECT_EQ(strip_accents("résumé"), "resume");
  EXPECT_EQ(strip_accents("naïve"), "naive");
  EXPECT_EQ(strip_accents("ελληνικά"), "ελληνικα");
  EXPECT_EQ(strip_accents("øl"), "ol");
  EXPECT_EQ(strip_accents("हिन्दी"), "हिन्दी");  // vowel signs of Devanagari are no accents
}

TEST(NextCodePoint, StepsOverInvalidBytes) {
  const std::string text = "a\xFF\xE3\x81";
  std::u32string got;
  for (size_t i = 0; i < text.size();) got += next_code_point(text, i);
  EXPECT_EQ(got[0], U'a');
  EXPECT_EQ(got[1], char32_t{0xFFFD});
  EXPECT_EQ(got.size(), 4u);
}

}  // namespace
}  // namespace signpost
