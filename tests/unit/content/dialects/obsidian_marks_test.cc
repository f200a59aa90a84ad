#include "content/dialects/obsidian_marks.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

TEST(ObsidianMarks, BecomeElements) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a ==b **c**== d\n", "a <mark>b **c**</mark> d\n"},
      {"==a== ==b==\n", "<mark>a</mark> <mark>b</mark>\n"},
      {"a == b == c\n", "a == b == c\n"},
      {"a ==b\n", "a ==b\n"},
      {"a\n===\n", "a\n===\n"},
      {"`==a==`\n", "`==a==`\n"},
      {"    ==a==\n", "    ==a==\n"},
      {"text ^a-1\n", "text<a id=\"block-a-1\"></a>\n"},
      {"^a-1\n", "<a id=\"block-a-1\"></a>\n"},
      {"- item ^x\n", "- item<a id=\"block-x\"></a>\n"},
      {"## Head ^x\n", "## Head\n"},
      {"2^10\n", "2^10\n"},
      {"a ^b c\n", "a ^b c\n"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(testing::passed(kObsidianMarks, c.in, {Dialect::obsidian}), c.want) << c.in;
  EXPECT_EQ(testing::passed(kObsidianMarks, "==a== ^b\n"), "==a== ^b\n");
  EXPECT_EQ(testing::passed(kObsidianMarks, "==a== ^b\n", {Dialect::mkdocs}), "<mark>a</mark> ^b\n");
}

}  // namespace
}  // namespace signpost
