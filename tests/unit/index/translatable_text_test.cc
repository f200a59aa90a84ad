// translatable_text_test.cc - words and pieces of runs that may have a translation.
#include "index/translatable_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

TranslatableText read(std::string_view text, const std::string& lang) {
  uint32_t position = 0;
  return read_translatable(text, lang, position);
}

std::vector<std::string> terms(std::string_view text, const std::string& lang) {
  std::vector<std::string> out;
  for (const TranslatableWord& word : read(text, lang).words) out.push_back(word.term);
  return out;
}

std::vector<std::string> runs(std::string_view text, const std::string& lang) {
  std::vector<std::string> out;
  for (const TranslatableRun& run : read(text, lang).runs)
    out.push_back(piece_of(run, 0, run.characters.size()));
  return out;
}

std::vector<std::string> pieces(std::string_view text, const std::string& lang) {
  return pieces_of(read(text, lang).runs.at(0));
}

TEST(TranslatableText, HasStemsOfWordsAndWholeNames) {
  EXPECT_THAT(terms("Resetting passwords", "en"), ElementsAre("reset", "password"));
  EXPECT_THAT(terms("A StatefulSet", "en"), ElementsAre("a", "statefulset"));
  // Foreign words of a text without spaces are the same everywhere.
  EXPECT_THAT(terms("Pod를 만들기", "ko"), IsEmpty());
}

TEST(TranslatableText, HasRunsOfOneScript) {
  EXPECT_THAT(runs("클러스터를 Pod에 배포", "ko"), ElementsAre("클러스터를", "에", "배포"));
  EXPECT_THAT(runs("永続ボリュームを使う", "ja"), ElementsAre("永続", "ぼりゅーむ", "使"));
  const TranslatableText text = read("a 배포 하기", "ko");
  ASSERT_EQ(text.runs.size(), 2u);
  EXPECT_EQ(text.runs[0].position + 2, text.runs[1].position);
}

TEST(TranslatableText, TakesRunsApart) {
  EXPECT_THAT(pieces("클러스터를", "ko"), ElementsAre("클러", "클러스", "클러스터", "클러스터를"));
  EXPECT_THAT(pieces("앱", "ko"), ElementsAre("앱"));
  EXPECT_THAT(pieces("名前空間", "ja"), ElementsAre("名前", "名前空", "名前空間", "前空", "前空間", "空間"));
  const std::vector<std::string> katakana = pieces("コントローラーマネージャー", "ja");
  EXPECT_THAT(katakana, Contains("こんとろーらー"));
  EXPECT_THAT(katakana, Contains("まねーじゃ"));
  // No syllable is taken apart.
  EXPECT_THAT(katakana, Not(Contains("ーらー")));
  EXPECT_THAT(katakana, Not(Contains("こんとろ")));
}

TEST(TranslatableText, IsBoundedInWhatNobodyWrote) {
  std::string long_run;
  for (int i = 0; i < 3000; ++i) long_run += "漢";
  EXPECT_LE(pieces(long_run, "zh").size(), 3000u * 6);
  EXPECT_THAT(terms("", "en"), IsEmpty());
  EXPECT_THAT(runs("\xFF\xFE", "ko"), IsEmpty());
}

}  // namespace
}  // namespace signpost
