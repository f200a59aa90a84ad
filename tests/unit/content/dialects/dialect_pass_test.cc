#include "content/dialects/dialect_pass.h"

#include <gtest/gtest.h>

#include "../parse_helpers.h"

namespace signpost {
namespace {

TEST(DialectPass, LeavesPlainMarkdownAlone) {
  Leftovers leftovers;
  const DialectText text = read_dialects("# A\n\nplain *text*, `code`\n", {{}, "en", "a.md", 1, leftovers});
  EXPECT_FALSE(text.changed);
  EXPECT_EQ(leftovers.total(), 0u);
}

TEST(DialectPass, LinesKnowWhatIsCode) {
  const DialectLines lines = cut_lines("a\n```\nb\n```\n\n    c\nd");
  std::string code;
  for (const DialectLine& line : lines) code += line.code ? 'c' : '.';
  EXPECT_EQ(code, ".ccc.c.");
  EXPECT_EQ(joined_lines(lines), "a\n```\nb\n```\n\n    c\nd\n");
}

// A finding behind what a pass and the filter took out still names the line of the file.
TEST(DialectPass, LeavesTheLinesOfFindings) {
  const ParseResult result = testing::parse("---\ntitle: T\n---\n[TOC]\n\n<!-- a\nb -->\n\n[x](gone.md)\n");
  ASSERT_EQ(result.diagnostics.size(), 1u);
  EXPECT_EQ(result.diagnostics[0].rule, "link-target");
  EXPECT_EQ(result.diagnostics[0].line, 9);
}

}  // namespace
}  // namespace signpost
