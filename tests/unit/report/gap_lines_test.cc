// gap_lines_test.cc - lines to copy, whatever visitors typed.
#include "report/gap_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Gap gap_of_warranty() {
  Gap gap;
  gap.number = 12;
  gap.lang = "en";
  gap.sums = {.visits = 12, .lost = 10};
  gap.nearest = {{"haftung", "de", "Haftung"}, {"returns", "en", "Returns, and #more"}};
  return gap;
}

const std::vector<GapExample> kExamples = {
    {"en", "warranty claim", 6, 1}, {"ko", "보증", 5, 0}, {"en", "claim \"warranty\"", 5, 7}};

TEST(GapLines, BeginAnArticle) {
  EXPECT_EQ(new_article(gap_of_warranty(), kExamples),
            "---\ntitle: \"warranty claim\"\nlang: en\naliases: [\"claim \\\"warranty\\\"\"]\nowner:\n---\n\n"
            "<!-- G-12: 10 visits looked for this and found nothing that helped them. -->\n\n");
  EXPECT_THAT(new_article(gap_of_warranty(), {}), HasSubstr("title: \"\"\nlang: en\nowner:\n"));
}

TEST(GapLines, MakeNoOldAddressOfAQuery) {
  EXPECT_THAT(new_article(gap_of_warranty(), {{"en", "warranty", 6, 0}, {"en", "/admin", 5, 0}}),
              Not(HasSubstr("admin")));
}

TEST(GapLines, LeadFromWhatVisitorsSayToTheNearestArticle) {
  EXPECT_EQ(synonym_line(gap_of_warranty(), kExamples),
            "warranty claim, claim \"warranty\" => Returns\\, and #more");
  EXPECT_EQ(synonym_line(gap_of_warranty(), {{"en", "a => b, c # d", 9, 0}}),
            "a  b\\, c # d => Returns\\, and #more");
  EXPECT_EQ(synonym_line(gap_of_warranty(), {{"en", "#1 problem", 9, 0}, {"en", "C#", 9, 0}}),
            "\\#1 problem, C# => Returns\\, and #more");
  EXPECT_EQ(synonym_line(gap_of_warranty(), {{"en", "= #1", 9, 0}}), " \\#1 => Returns\\, and #more");
  EXPECT_EQ(synonym_line(Gap(), {}), "… => …");
  EXPECT_EQ(best_bet_lines(gap_of_warranty(), {{"en", "warranty", 6, 0}}),
            "  - {q: [\"warranty\"], lang: en, id: \"haftung\"}");
}

TEST(GapLines, AreGoldenOnceTheyAreProven) {
  Gap gap = gap_of_warranty();
  EXPECT_EQ(golden_lines(gap, kExamples), "");
  gap.proof = GapArticle{"returns", "en", "Returns"};
  EXPECT_EQ(golden_lines(gap, kExamples),
            "  - {q: \"warranty claim\", lang: en, expect: [\"returns\"], top: 3}  # G-12\n"
            "  - {q: \"claim \\\"warranty\\\"\", lang: en, expect: [\"returns\"], top: 10}  # G-12\n");
}

TEST(GapLines, MoveNoCursor) {
  EXPECT_THAT(new_article(gap_of_warranty(), {{"en",
                                               "a\x1B[2J\xC2\x9B"
                                               "b\xE2\x80\xAE",
                                               9, 0}}),
              HasSubstr("title: \"a\\u001b[2J\\u009bb\\u202e\""));
}

}  // namespace
}  // namespace signpost
