// text_block_test.cc - what the texts of sections are made of.
#include "content/text_block.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "content/plain.h"
#include "tests/unit/content/block_checks.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using testing::broken_rule;
using ::testing::ElementsAre;
using testing::outline;
using testing::parse;

Document page_of(const std::string& markdown, DialectSet dialects = {}) {
  Site site;
  site.dialects = dialects;
  return *parse("---\ntitle: The Title\n---\n" + markdown, site).document;
}

struct BlockCase {
  const char* in;
  const char* want;
};

// Outlines of the sections, one after the other.
void check(std::initializer_list<BlockCase> cases, DialectSet dialects = {}) {
  for (const BlockCase& c : cases) {
    std::string got;
    for (const Section& section : page_of(c.in, dialects).sections) {
      EXPECT_EQ(broken_rule(section), "") << c.in << "\n" << section.text;
      got += (got.empty() || section.blocks.empty() ? "" : " / ") + outline(section);
    }
    EXPECT_EQ(got, c.want) << c.in;
  }
}

TEST(TextBlock, ParagraphsAndCode) {
  check({
      {"", ""},
      {"One\nline.\n\nTwo.", "p'One line.' p'Two.'"},
      {"Run:\n\n```bash\n  a\n\nb\n```\n", "p'Run:' code'  a\n\nb'"},
      {"```\n\n\n```\n", ""},
      {"    indented\n", "code'indented'"},
      {"```bash title=\"run.sh\"\na\n```\n", "label'run.sh' code'a'"},
      {"a\n***\nb", "p'a' p'b'"},
      {"a\n\n## B\n\nb\n", "p'a' / p'b'"},
      {"> said\n>\n> so\n\nText.", "quote(p'said' p'so') p'Text.'"},
      {"> [!WARNING]\n> Careful.\n", "box(p'Careful.')"},
      {"a[^1]\n\n[^1]: note\n", "p'a' footnote(p'note')"},
      {"<p>a</p><div>b<br>c</div>\n", "p'a' p'b c'"},
      {"<pre>\n  x\ny\n</pre>\n", "code'  x\ny'"},
      {"<details><summary>Q</summary>\n\nA\n\n</details>\n", "fold(label'Q' p'A')"},
      {"<dl><dt>Term</dt><dd>Meaning</dd></dl>\n", "ul(label'Term' item(p'Meaning'))"},
  });
}

TEST(TextBlock, Lists) {
  check({
      {"1. a\n2. b\n", "ol(1.(p'a') 2.(p'b'))"},
      {"3. a\n4. b\n", "ol(3.(p'a') 4.(p'b'))"},
      {"- a\n- b\n", "ul(item(p'a') item(p'b'))"},
      {"1. a\n\n   more\n\n   ```\n   x\n   ```\n\n   - i\n\n2. b\n",
       "ol(1.(p'a' p'more' code'x' ul(item(p'i'))) 2.(p'b'))"},
      {"1. a\n   1. b\n   2. c\n2. d\n", "ol(1.(p'a' ol(1.(p'b') 2.(p'c'))) 2.(p'd'))"},
      {"1. a\n2.\n3. c\n", "ol(1.(p'a') 3.(p'c'))"},
      {"1. a\n\n   ## H\n\n   b\n2. c\n", "ol(1.(p'a')) / ol(1.(p'b') 2.(p'c'))"},
      {"<ol start=\"4\"><li>a<li value=\"9\">b<li>c</ol>\n", "ol(4.(p'a') 9.(p'b') 10.(p'c'))"},
      {"1. a\n   > [!NOTE]\n   > b\n", "ol(1.(p'a' box(p'b')))"},
  });
}

TEST(TextBlock, Tables) {
  check({
      {"| a | b |\n| - | - |\n| 1 | 2 |\n", "table(head(th'a' th'b') row(td'1' td'2'))"},
      {"| a | b | c |\n| - | - | - |\n| | 2 | |\n| 1 | | |\n| | | |\n",
       "table(head(th'a' th'b' th'c') row(td'' td'2' td'') row(td'1' td'' td''))"},
      {"| | b |\n| - | - |\n| x | 2 |\n| y | |\n",
       "table(head(th'' th'b') row(th'x' td'2') row(th'y' td''))"},
      {"| |\n| - |\n| x |\n", "table(row(td'x'))"},
      {"Text.\n\n| a \\| b |\n| - |\n| c \\| d |\n\nMore.",
       "p'Text.' table(head(th'a | b') row(td'c | d')) p'More.'"},
      {"<table><caption>T</caption><tr><th>a<th>b<tr><th>x<td>2</table>\n",
       "table(label'T' head(th'a' th'b') row(th'x' td'2'))"},
      {"<table><tr><td></td><th>a</th></tr><tr><td><ul><li>i<li>k</ul></td><td><p>p</p></td></tr></table>\n",
       "table(head(td'' th'a') row(td'i\nk' td'p'))"},
      {"<table><tr><td><table><tr><td>in</table></table>\n", "table(row(td'in'))"},
      {"<table><tr><td>\n\n```\nx\n```\n\n</td></tr></table>\n", "table(row(td'x'))"},
  });
}

TEST(TextBlock, Pictures) {
  check({
      {"![A *map*](shot.png)\n", "p'A map'(picture'A map')"},
      {"See ![a map](shot.png) here\n", "p'See a map here'(picture'a map')"},
      {"![](shot.png) a\n", "p'a'"},
      {"<img src=\"shot.png\" alt=\"A map\">\n", "p'A map'(picture'A map')"},
      {"| a |\n| - |\n| ![m](shot.png) |\n", "table(head(th'a') row(td'm'(picture'm')))"},
      {"![a ![b](shot.png) c](shot.png)\n", "p'a b c'(picture'a b c')"},
      {"## ![a](shot.png)\n\nb\n", "p'b'"},
  });
}

TEST(TextBlock, BoxesOfOtherTools) {
  check(
      {
          {"=== \"Linux\"\n\n    Text.\n\n=== \"Mac\"\n\n    1. a\n",
           "tab(label'Linux' p'Text.') tab(label'Mac' ol(1.(p'a')))"},
          {"!!! warning \"Stop\"\n\n    Text.\n", "box(label'Stop' p'Text.')"},
      },
      {Dialect::mkdocs});
}

TEST(TextBlock, OfAFileThatIsNotReadAsMarkdown) {
  const ParseResult plain = parse_plain({"a.md", Kind::help, "a", "en", ""}, {{"a.md", "# T\n\n1. x\n"}}, {});
  EXPECT_EQ(outline(plain.document->sections.at(0)), "code'# T\n\n1. x'");
  EXPECT_TRUE(whole_text(" \n", BlockKind::code).empty());
}

// As deep as anybody likes, and with a heading in each, what is noted stays in proportion.
TEST(TextBlock, NestingHasALimit) {
  std::string quotes;
  for (int depth = 1; depth < 200; ++depth)
    quotes += std::string(static_cast<size_t>(depth), '>') + " ## h\n" +
              std::string(static_cast<size_t>(depth), '>') + " text\n";
  size_t blocks = 0;
  for (const Section& section : page_of(quotes).sections) {
    EXPECT_EQ(broken_rule(section), "");
    blocks += section.blocks.size();
  }
  EXPECT_LE(blocks, 200u * 17);
}

TEST(TextBlock, StepsAreOneProcedure) {
  struct Lists {
    const char* in;
    std::vector<std::string> want;  // text, then the number of steps
  };
  const Lists cases[] = {
      {"Do:\n\n1. a\n2. b\n\nText.\n", {"a\nb 2"}},
      {"1. a\n\n```\nx\n```\n\n1. b\n", {"a\nx\nb 2"}},
      {"1. a\n2. b\n\nText.\n\n3. c\n", {"a\nb\nText.\nc 3"}},
      {"1. a\n\nOr:\n\n1. b\n2. c\n\n1) d\n2) e\n", {"a 1", "b\nc 2", "d\ne 2"}},
      {"1. a\n   1. b\n   2. c\n2. d\n", {"a\nb\nc\nd 2"}},
      {"- x\n  1. a\n  2. b\n- y\n  1. c\n", {"a\nb 2", "c 1"}},
      {"> 1. a\n\n2. b\n", {"a 1", "b 1"}},
      {"- a\n", {}},
  };
  for (const Lists& c : cases) {
    const Section section = page_of(c.in).sections.at(0);
    std::vector<std::string> got;
    for (const StepList& list : step_lists(section.blocks))
      got.push_back(section.text.substr(list.begin, list.end - list.begin) + " " +
                    std::to_string(list.steps.size()));
    EXPECT_EQ(got, c.want) << c.in;
  }
}

// The rules of text_block.h, of everything that lies in the repository as Markdown.
TEST(TextBlock, EveryPageKeepsTheRules) {
  size_t sections = 0;
  size_t texts = 0;
  for (const char* folder : {"tests/golden/markdown", "articles", "tests/fuzz/seeds/markdown"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(SIGNPOST_SOURCE_DIR) / folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream bytes;
      bytes << in.rdbuf();
      for (const ParseResult& result :
           {parse(bytes.str()), parse(bytes.str(), testing::site_of_all_dialects(), "ko"),
            testing::parse_posts({{"question.md", bytes.str()}, {"answer-1.md", bytes.str()}})}) {
        if (!result.document) continue;
        for (const Section& section : result.document->sections) {
          EXPECT_EQ(broken_rule(section), "") << entry.path() << " #" << section.anchor << "\n"
                                              << outline(section);
          ++sections;
          texts += section.blocks.size();
        }
      }
    }
  }
  EXPECT_GT(sections, 1000u);
  EXPECT_GT(texts, 10'000u);
}

}  // namespace
}  // namespace signpost
