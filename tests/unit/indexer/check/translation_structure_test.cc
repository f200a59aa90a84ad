// translation_structure_test.cc - two Markdown texts and what is said of the second.
#include "indexer/check/translation_structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/article.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<BlockFact> blocks_of(const std::string& text) {
  SourceInfo info;
  info.path = "a.md";
  info.id = "a";
  info.lang = "en";
  LinkResolver none;
  none.page_of = [](const std::string&) { return std::nullopt; };
  none.has_file = [](const std::string&) { return true; };
  none.real_path = [](const std::string& path) { return path; };
  return block_facts(*parse_article(info, {"a.md", text}, Site(), none).document);
}

// "LINE: message", or "" when nothing is said.
std::string gap(const std::string& source, const std::string& translation) {
  const auto found = compare_structure(blocks_of(source), blocks_of(translation), "en/a.md",
                                       [&]() -> std::string_view { return source; });
  return found ? std::to_string(found->line) + ": " + found->message : "";
}

TEST(TranslationStructure, SaysWhatIsMissingAndWhere) {
  const std::string table = "| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n\n";
  struct Case {
    std::string source;
    std::string translation;
    std::string want;
  };
  const Case cases[] = {
      {"# A\n\n## B\n\nx\n\n- y\n", "---\ntitle: 가\n---\n## 나\n\nz\n\n- w\n", ""},
      {"## One\n\n## Any other system ##\n\n## Last {#last}\n", "## 하나\n\n## 끝 {#last}\n",
       "1: lacks parts of en/a.md: 1 of 3 headings (line 3 \"Any other system\")"},
      {"## One\n\nx\n", "## 하나\n\n### 둘\n", "3: differs from en/a.md: has 1 heading more (near line 3)"},
      {"## One\n\n### Two\n", "## 하나\n\n#### 둘\n",
       "3: differs from en/a.md: has a heading of level 4 in line 3 for one of level 3"},
      {"## One\n\n" + table, "## 하나\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
       "3: lacks parts of en/a.md: 1 of 2 rows of the table in line 3"},
      {"| a | b |\n| - | - |\n| 1 | 2 |\n", "| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n",
       "1: differs from en/a.md: has 1 row more in the table in line 1, has 1 column more in the table in "
       "line 1"},
      {"## One\n\n" + table + "## Two\n\n" + table, "## 하나\n\n## 둘\n\n" + table,
       "1: lacks parts of en/a.md: 1 of 2 tables (near line 3)"},
      {"```sh\na\n```\n\n    b\n", "```sh\na\n```\n",
       "1: lacks parts of en/a.md: 1 of 2 code blocks (near line 5)"},
      {"1. a\n2. b\n3. c\n", "1. a\n2. b\n",
       "2: lacks parts of en/a.md: 1 of 3 numbered steps (near line 3)"},
      {"- a\n- b\n", "- a\n", "1: lacks parts of en/a.md: 1 of 2 list items (near line 2)"},
      {"![a](a.png)\n\nx ![b](b.png)\n", "![a](a.png)\n",
       "1: lacks parts of en/a.md: 1 of 2 images (near line 3)"},
      {"> [!NOTE]\n> a\n\n> quoted\n", "> quoted\n",
       "0: lacks parts of en/a.md: 1 of 1 admonition (near line 1)"},
      {"- a\n", "1. a\n",
       "1: lacks parts of en/a.md: 1 of 1 list item (near line 1); has 1 numbered step more (near line 1)"},
      {"# A\n\n## H\n\n## B\n\n## C\n\n## D\n\n## E\n", "x\n",
       "0: lacks parts of en/a.md: 5 of 5 headings (line 3 \"H\", line 5 \"B\", line 7 \"C\", ...)"},
  };
  for (const Case& c : cases) EXPECT_EQ(gap(c.source, c.translation), c.want) << c.source << c.translation;
}

// The same ids meet, so that the heading that is named is the one that is missing.
TEST(TranslationStructure, HeadingsMeetByTheirIds) {
  EXPECT_EQ(gap("## One\n\n## Two\n\n## Three\n", "## 둘 {#two}\n\n## 셋 {#three}\n"),
            "1: lacks parts of en/a.md: 1 of 3 headings (line 1 \"One\")");
}

TEST(TranslationStructure, AHeadingIsQuotedInShort) {
  EXPECT_THAT(gap("## " + std::string(500, 'x') + "\n", "x\n"),
              HasSubstr("\"" + std::string(40, 'x') + "...\""));
}

// A page of any size is compared in little time, by numbers alone.
TEST(TranslationStructure, LargePages) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "## H" + std::to_string(i) + "\n\n- a\n\n";
  EXPECT_EQ(gap(many, many), "");
  EXPECT_THAT(
      gap(many, many.substr(0, many.find("## H2000"))),
      HasSubstr("lacks parts of en/a.md: 1000 of 3000 headings (line 8001 \"H2000\", line 8005 \"H2001\", "));
  EXPECT_THAT(gap("## One\n", "\n" + many), StartsWith("4: differs from en/a.md: has 2999 headings more"));
}

}  // namespace
}  // namespace signpost
