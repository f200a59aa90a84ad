#include "content/dialects/html_with_markdown.h"

#include <gtest/gtest.h>

#include "../parse_helpers.h"
#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::passed;

TEST(HtmlWithMarkdown, GetsBlankLines) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"<div class=\"x\" markdown=\"1\">\n**a**\n</div>\nb\n",
       "<div class=\"x\" markdown=\"1\">\n\n**a**\n\n</div>\n\nb\n"},
      {"<div markdown>\n**a**\n</div>\n", "<div markdown>\n\n**a**\n\n</div>\n\n"},
      {"<div markdown=\"1\">\n<div>\nx\n</div>\n**a**\n</div>\n",
       "<div markdown=\"1\">\n\n<div>\nx\n\n</div>\n\n**a**\n\n</div>\n\n"},
      {"<div>\n**a**\n</div>\n a markdown\n", "<div>\n**a**\n</div>\n a markdown\n"},
      {"```\n<div markdown>\n```\n", "```\n<div markdown>\n```\n"},
      {"<div class=\"a markdownlint\">\nx\n</div>\n", "<div class=\"a markdownlint\">\nx\n</div>\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kHtmlWithMarkdown, c.in), c.want) << c.in;
}

TEST(HtmlWithMarkdown, IsRendered) {
  EXPECT_EQ(testing::html_of("<div markdown=\"1\">\n**a**\n</div>\n```sh\nb\n```\n"),
            "<div>\n<p><strong>a</strong></p>\n</div>\n"
            "<pre tabindex=\"0\"><code class=\"language-sh\">b\n</code></pre>\n");
}

}  // namespace
}  // namespace signpost
