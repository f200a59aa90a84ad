// query_texts_test.cc - texts that could be queries, chosen the same however they come.
#include "meaning/query_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace signpost {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::vector<std::string> sorted_texts(TextSample& sample) {
  std::vector<std::string> out;
  for (const QueryText& text : sample.take()) out.push_back(text.text);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(TextSample, ChoosesTheSameInAnyOrder) {
  TextSample forwards(10), backwards(10);
  for (int i = 0; i < 100; ++i) {
    forwards.add("text " + std::to_string(i), "en");
    backwards.add("text " + std::to_string(99 - i), "en");
    backwards.add("text " + std::to_string(99 - i), "en");
  }
  const std::vector<std::string> chosen = sorted_texts(forwards);
  EXPECT_THAT(chosen, SizeIs(10));
  EXPECT_EQ(sorted_texts(backwards), chosen);
}

TEST(TextSample, ChangesLittleWithOneTextMore) {
  TextSample before(50), after(50);
  for (int i = 0; i < 1000; ++i) {
    before.add("text " + std::to_string(i), "en");
    after.add("text " + std::to_string(i), "en");
  }
  after.add("one more", "en");
  const std::vector<std::string> a = sorted_texts(before);
  const std::vector<std::string> b = sorted_texts(after);
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  EXPECT_GE(both.size(), 49u);
}

TEST(TextSample, LeavesOutWhatNobodyTypes) {
  TextSample sample(10);
  sample.add("", "en");
  sample.add("ab", "en");
  sample.add(std::string(201, 'x'), "en");
  EXPECT_THAT(sample.take(), IsEmpty());
}

size_t words(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

TEST(SpansOf, AreAFewWordsOfASentence) {
  const std::string text =
      "Open the settings of your account and choose a new password there. It takes v1.2 or later!\nDone?";
  const std::vector<std::string> spans = spans_of(text, 16);
  ASSERT_THAT(spans, SizeIs(3));
  for (const std::string& span : spans) {
    EXPECT_NE(text.find(span), std::string::npos) << span;
    EXPECT_LE(words(span), 10u) << span;
  }
  EXPECT_THAT(spans_of(text, 2), SizeIs(2));
  EXPECT_EQ(spans_of(text, 16), spans);
}

TEST(SpansOf, AreWholeCharactersWhereWordsHaveNoSpaces) {
  const std::string text =
      "パスワードを忘れたときは、ログイン画面の下にあるリンクから再設定することができます。";
  const std::vector<std::string> spans = spans_of(text, 16);
  ASSERT_THAT(spans, SizeIs(1));
  EXPECT_NE(text.find(spans[0]), std::string::npos) << spans[0];
  EXPECT_EQ(spans[0].size() % 3, 0u) << spans[0];
  EXPECT_GE(spans[0].size(), 6u * 3) << spans[0];
  EXPECT_LE(spans[0].size(), 24u * 3) << spans[0];
}

TEST(SpansOf, TakesKoreanByItsWords) {
  const std::string text = "비밀번호를 잊어버렸다면 로그인 화면에서 다시 설정할 수 있습니다.";
  const std::vector<std::string> spans = spans_of(text, 16);
  ASSERT_THAT(spans, SizeIs(1));
  EXPECT_GE(words(spans[0]), 2u) << spans[0];
  EXPECT_NE(text.find(spans[0]), std::string::npos) << spans[0];
}

TEST(SpansOf, SurvivesWhatIsNoText) {
  EXPECT_THAT(spans_of("", 16), IsEmpty());
  EXPECT_THAT(spans_of("\n\n  \n", 16), IsEmpty());
  EXPECT_THAT(spans_of("\xFF\xFE. \xFF", 16), SizeIs(2));
}

TEST(QueryTexts, HasEachTextOnce) {
  QueryTexts texts;
  texts.add_title("Reset a password", "en");
  texts.add_heading("Reset a password", "en");
  texts.add_heading("Before you begin", "en");
  texts.add_section("Before you begin", "en");
  std::vector<std::string> out;
  for (const QueryText& text : texts.take()) out.push_back(text.text);
  EXPECT_THAT(out, UnorderedElementsAre("Reset a password", "Before you begin"));
}

}  // namespace
}  // namespace signpost
