#include "base/text_changes.h"

#include <gmock/gmock.h>

#include <random>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = TextRun::Kind;

std::string without(Kind left_out, const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) text += run.kind == left_out ? "" : run.text;
  return text;
}

TEST(TextChanges, AreWordsOfLines) {
  EXPECT_THAT(text_changes("a\nUse black ink.\nb\n", "a\nUse blue ink.\nb\n"),
              ElementsAre(TextRun{Kind::same, "a\nUse "}, TextRun{Kind::removed, "black"},
                          TextRun{Kind::added, "blue"}, TextRun{Kind::same, " ink.\nb\n"}));
  EXPECT_THAT(text_changes("a\n", "a\n"), ElementsAre(TextRun{Kind::same, "a\n"}));
  EXPECT_THAT(text_changes("", ""), IsEmpty());
  EXPECT_THAT(text_changes("", "new"), ElementsAre(TextRun{Kind::added, "new"}));
  EXPECT_THAT(text_changes("old", ""), ElementsAre(TextRun{Kind::removed, "old"}));
}

TEST(TextChanges, KeepLettersOfScriptsWithoutSpacesApart) {
  EXPECT_THAT(text_changes("黒いインクを使う", "青いインクを使う"),
              ElementsAre(TextRun{Kind::removed, "黒"}, TextRun{Kind::added, "青"},
                          TextRun{Kind::same, "いインクを使う"}));
  EXPECT_THAT(text_changes("à la crème brûlée", "à la crème glacée"),
              ElementsAre(TextRun{Kind::same, "à la crème "}, TextRun{Kind::removed, "brûlée"},
                          TextRun{Kind::added, "glacée"}));
}

TEST(TextChanges, ReplaceWhatHasLittleInCommonAsAWhole) {
  EXPECT_THAT(text_changes("## Old models\n\nPress F3.\n", "## Wi-Fi\n\nHold the button.\n"),
              ElementsAre(TextRun{Kind::removed, "## Old models\n\nPress F3.\n"},
                          TextRun{Kind::added, "## Wi-Fi\n\nHold the button.\n"}));
}

TEST(TextChanges, AddUpToBothTexts) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a",  "b", " ",  "\n", "\n\n",  "word",
                                           "語", "é", "- ", ".",  "x y z", "```\n"};
  for (int round = 0; round < 3'000; ++round) {
    std::string before;
    std::string after;
    for (size_t i = random() % 40; i > 0; --i) {
      const std::string& piece = pieces[random() % pieces.size()];
      if (random() % 4 != 0) before += piece;
      if (random() % 4 != 0) after += piece;
    }
    const std::vector<TextRun> runs = text_changes(before, after);
    ASSERT_EQ(without(Kind::added, runs), before) << before << "|" << after;
    ASSERT_EQ(without(Kind::removed, runs), after) << before << "|" << after;
    for (const TextRun& run : runs) ASSERT_FALSE(run.text.empty());
  }
}

TEST(TextChanges, OfTooManyLinesAreAllOfThem) {
  std::string before = "same\n";
  std::string after = "same\n";
  for (int i = 0; i < 5'000; ++i) {
    before += "old " + std::to_string(i) + "\n";
    after += "new " + std::to_string(i) + "\n";
  }
  const std::vector<TextRun> runs = text_changes(before, after);
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[0].text, "same\n");
  EXPECT_EQ(without(Kind::added, runs), before);
}

}  // namespace
}  // namespace signpost
