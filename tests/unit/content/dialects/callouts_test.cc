#include "content/dialects/callouts.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::passed;

TEST(Callouts, WithTitlesAndFolds) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"> [!tip] A title\n> x\n\ny\n",
       "<?box tip bare?>\n<?title?>\nA title\n<?/title?>\nx\n<?/box?>\n\ny\n"},
      {"> [!faq]- Why?\n> x\n", "<?fold faq bare?>\n<?title?>\nWhy?\n<?/title?>\nx\n<?/fold?>\n"},
      {"> [!faq]+\n> x\n", "<?fold faq open?>\nx\n<?/fold?>\n"},
      {"> [!note|right] T\n> x\n", "<?box note bare?>\n<?title?>\nT\n<?/title?>\nx\n<?/box?>\n"},
      {"> [!note] A\n> > [!tip] B\n> > x\n> y\n",
       "<?box note bare?>\n<?title?>\nA\n<?/title?>\n<?box tip "
       "bare?>\n<?title?>\nB\n<?/title?>\nx\n<?/box?>\ny\n<?/box?>\n"},
      {"> [!note] A\n> ```\n> x\n> ```\n",
       "<?box note bare?>\n<?title?>\nA\n<?/title?>\n```\nx\n```\n<?/box?>\n"},
      {"- a\n  > [!note] A\n  > x\n",
       "- a\n  <?box note bare?>\n  <?title?>\n  A\n  <?/title?>\n  x\n  <?/box?>\n"},
      {"> [!NOTE]\n> x\n", "> [!NOTE]\n> x\n"},
      {"> [!x](a.png) b\n", "> [!x](a.png) b\n"},
      {"[!note] A\n", "[!note] A\n"},
      {"```\n> [!note]- A\n```\n", "```\n> [!note]- A\n```\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kCallouts, c.in, {Dialect::obsidian}), c.want) << c.in;
  // Elsewhere a title may be the text, as in Microsoft's docs.
  EXPECT_EQ(passed(kCallouts, "> [!NOTE] Text\n"), "> [!NOTE] Text\n");
  EXPECT_EQ(passed(kCallouts, "> [!NOTE]- T\n> x\n"),
            "<?fold note bare?>\n<?title?>\nT\n<?/title?>\nx\n<?/fold?>\n");
}

TEST(ClassBoxes, AreTheBlockThatTheClassIsOf) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"{: .note }\nx\ny\n\nz\n", "<?box note?>\nx\ny\n<?/box?>\n\nz\n"},
      {"{: .warning }\n> x\n>\n> y\n", "<?box warning?>\nx\n\ny\n<?/box?>\n"},
      {"{: .note-title }\n> T\n>\n> x\n", "<?box note bare?>\n<?title?>\nT\n<?/title?>\n\nx\n<?/box?>\n"},
      {"> x\n{: .prompt-tip }\n", "<?box tip?>\nx\n<?/box?>\n"},
      {"x\n{: .notice--danger}\n", "<?box danger?>\nx\n<?/box?>\n"},
      {"{: .alert .alert-info }\nx\n", "<?box info?>\nx\n<?/box?>\n"},
      {"{: .no_toc }\nx\n", "{: .no_toc }\nx\n"},
      {"# H\n{: .note }\n\nx\n", "# H\n{: .note }\n\nx\n"},
      {"{: #note }\nx\n", "{: #note }\nx\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kClassBoxes, c.in), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
