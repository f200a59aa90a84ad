// stretches_test.cc - what can be quoted of a section: sentences, whole lists, rows, code.
#include "answer/stretches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "sections.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::section_of;

// "kind: text" of each.
std::vector<std::string> quotable(const SectionText& section, size_t characters) {
  std::vector<std::string> out;
  for (const Stretch& s : stretches_of(section, pieces_of(section, characters), characters)) {
    EXPECT_LT(s.begin, s.end);
    out.push_back(std::string(to_string(s.kind)) + ": " + section.text.substr(s.begin, s.end - s.begin));
  }
  return out;
}

TEST(Stretches, PassagesAreAsLongAsTheyMayBe) {
  const SectionText section = section_of("One two. Three four. Five six. Seven.\n");
  EXPECT_THAT(quotable(section, 300), ElementsAre("passage: One two. Three four. Five six.",
                                                  "passage: Three four. Five six. Seven."));
  EXPECT_THAT(quotable(section, 21),
              ElementsAre("passage: One two. Three four.", "passage: Three four. Five six.",
                          "passage: Five six. Seven."));
}

TEST(Stretches, AListOfStepsIsWhole) {
  const SectionText section =
      section_of("Do this:\n\n1. Open it. Wait.\n2. Turn it.\n   - left\n3. Close it.\n\nDone.\n");
  EXPECT_THAT(quotable(section, 300), ElementsAre("passage: Do this:", "passage: Done.",
                                                  "steps: Open it. Wait.\nTurn it.\nleft\nClose it."));
  EXPECT_THAT(quotable(section_of("1. One thing.\n"), 300), IsEmpty());
}

TEST(Stretches, RowsAndCodeStandForThemselves) {
  const SectionText table = section_of("Sizes:\n\n| Size | Price |\n| - | - |\n| S | 3 |\n| L | 5 |\n");
  EXPECT_THAT(quotable(table, 300), ElementsAre("passage: Sizes:", "table_row: S | 3", "table_row: L | 5"));
  const SectionText code = section_of("First. Then run this:\n\n```\nmake\n```\n\nIt ends.\n");
  EXPECT_THAT(quotable(code, 300), ElementsAre("passage: First. Then run this:", "passage: It ends.",
                                               "code: Then run this:\nmake"));
}

TEST(Stretches, AVeryLongSentenceIsCutAtItsClauses) {
  const SectionText section = section_of("Alpha beta gamma, delta epsilon zeta, eta theta.\n");
  for (const Stretch& s : stretches_of(section, pieces_of(section, 20), 20)) {
    const std::string text = section.text.substr(s.begin, s.end - s.begin);
    EXPECT_LE(count_code_points(text), 20u) << text;
  }
  EXPECT_THAT(quotable(section, 20), ElementsAre("passage: Alpha beta gamma,", "passage: delta epsilon zeta,",
                                                 "passage: eta theta."));
  const SectionText japanese = section_of("あいうえお、かきくけこさしすせそ。\n");
  EXPECT_THAT(quotable(japanese, 8),
              ElementsAre("passage: あいうえお、", "passage: かきくけこさしす", "passage: せそ。"));
}

TEST(Stretches, PassagesOfCjkAreShorter) {
  EXPECT_EQ(passage_characters("en"), 300u);
  EXPECT_EQ(passage_characters("ko"), 150u);
  EXPECT_EQ(passage_characters("zh-TW"), 150u);
}

}  // namespace
}  // namespace signpost
