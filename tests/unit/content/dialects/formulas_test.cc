#include "content/dialects/formulas.h"

#include <gtest/gtest.h>

#include "../parse_helpers.h"
#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::passed;

TEST(Formulas, BlocksAreCode) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"$$\nx^2\n$$\n", "````math\nx^2\n````\n"},
      {"$$x^2$$\n", "````math\nx^2\n````\n"},
      {"$$ x^2\n+ 1 $$\ny\n", "````math\n x^2\n+ 1 \n````\ny\n"},
      {"- a\n\n  $$\n  x\n  $$\n", "- a\n\n  ````math\n  x\n  ````\n"},
      {"\\[\nx\n\\]\n", "````math\nx\n````\n"},
      {"<div class=\"mermaid\">\ngraph TD\n\n  A-->B\n</div>\n", "````mermaid\ngraph TD\n  A-->B\n````\n"},
      {"$$ never ends\n", "$$ never ends\n"},
      {"```\n$$\nx\n$$\n```\n", "```\n$$\nx\n$$\n```\n"},
      {"It costs $$ and $x^2$\n", "It costs $$ and $x^2$\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kFormulas, c.in), c.want) << c.in;
}

TEST(Formulas, InTextOnlyWhereADialectIsOn) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a $x^2$ b\n", "a `x^2` b\n"},       {"a $n$ b\n", "a `n` b\n"},
      {"a $$x_1$$ b\n", "a `x_1` b\n"},     {"a \\(x_1\\) b\n", "a `x_1` b\n"},
      {"$5 and $6\n", "$5 and $6\n"},       {"$HOME and $PATH\n", "$HOME and $PATH\n"},
      {"from $5 to $\n", "from $5 to $\n"}, {"`$x^2$`\n", "`$x^2$`\n"},
      {"\\$x^2\\$\n", "\\$x^2\\$\n"},       {"\\(a note\\)\n", "\\(a note\\)\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kFormulas, c.in, {Dialect::mkdocs}), c.want) << c.in;
  EXPECT_EQ(passed(kFormulas, "a $x^2$ b\n"), "a $x^2$ b\n");
}

TEST(Formulas, AreShownWithAWordOnWhatTheyAre) {
  EXPECT_EQ(testing::html_of("```mermaid\ngraph TD\n```\n"),
            "<p class=\"undrawn\">Diagram, shown as its source text</p>\n"
            "<pre tabindex=\"0\"><code class=\"language-mermaid\">graph TD\n</code></pre>\n");
  EXPECT_EQ(testing::html_of("$$\nx\n$$\n", {}, "ja").substr(0, 25), "<p class=\"undrawn\">数式");
}

}  // namespace
}  // namespace signpost
