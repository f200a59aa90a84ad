// html_blocks_test.cc - tests importer/html_blocks.
#include "importer/html_blocks.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

MarkdownBlock paragraph(const char* text) { return {HtmlBlockKind::paragraph, text, false, false}; }
MarkdownBlock code(const char* text) { return {HtmlBlockKind::other, text, false, false}; }

TEST(HtmlBlocks, QuotesAndJoins) {
  EXPECT_EQ(joined({paragraph("a"), paragraph("b")}), "a\n\nb");
  EXPECT_EQ(block_quote("a\n\nb"), "> a\n>\n> b");
  EXPECT_EQ(block_quote(""), ">");
}

TEST(HtmlBlocks, Lists) {
  EXPECT_EQ(markdown_list({{paragraph("a")}, {paragraph("b\\\nc")}}, {}, true).text, "- a\n- b\\\n  c");
  EXPECT_EQ(markdown_list({{paragraph("a"), paragraph("b")}, {paragraph("c")}}, {}, true).text,
            "- a\n\n  b\n\n- c");
  EXPECT_EQ(markdown_list({{code("```\nx\n\ny\n```")}}, {true, 10, false}, true).text,
            "10. ```\n    x\n\n    y\n    ```");
  EXPECT_EQ(markdown_list({{paragraph("a")}}, {true, 1'999'999'999, true}, true).text, "999999998) a");
  const MarkdownBlock inner = markdown_list({{paragraph("x")}}, {}, true);
  EXPECT_EQ(markdown_list({{paragraph("a"), inner}}, {}, true).text, "- a\n  - x");
}

}  // namespace
}  // namespace signpost
