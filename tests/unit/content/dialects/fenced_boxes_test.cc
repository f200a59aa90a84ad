#include "content/dialects/fenced_boxes.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::box;
using testing::left_by;
using testing::passed;

TEST(FencedBoxes, BecomeBoxes) {
  struct Case {
    const char* in;
    std::string want;
  };
  const Case cases[] = {
      {":::warning Never unplug\nx\n:::\n", box("warning", "Never unplug", "x")},
      {":::note\nx\n:::\n", box("note", "", "x")},
      {"::: tip A *title*\nx\n:::\n", box("tip", "A *title*", "x")},
      {":::danger[Never unplug]{#id .class}\nx\n:::\n", box("danger", "Never unplug", "x")},
      {":::note[See [here](a.md)]\nx\n:::\n", box("note", "[See [here](a.md)]", "x")},
      {":::note {#id}\nx\n:::\n", box("note", "", "x")},
      {"::: {.callout-tip title=\"T\"}\nx\n:::\n", box("tip", "T", "x")},
      {":::{note} T\nx\n:::\n", box("note", "T", "x")},
      {"  :::note\n  x\n  :::\n", "  <?box note?>\n  x\n  <?/box?>\n"},
      {"> :::note\n> x\n> :::\n", "> <?box note?>\n> x\n> <?/box?>\n"},
      {"::::note\n:::tip\nx\n:::\n::::\n", "<?box note?>\n" + box("tip", "", "x") + "<?/box?>\n"},
      {"::::note\n:::tip\nx\n::::\ny\n", "<?box note?>\n<?box tip?>\nx\n<?/box?>\n<?/box?>\ny\n"},
      {"::: details Click me {open}\nx\n:::\n",
       "<?fold details open bare?>\n<?title?>\nClick me\n<?/title?>\nx\n<?/fold?>\n"},
      {":::details\nx\n:::\n", "<?fold details?>\nx\n<?/fold?>\n"},
      {":::note\nx\n", box("note", "", "x")},  // never closed
      {"::: code-group\n```js [config.js]\na\n```\n```ts\nb\n```\n:::\n",
       "<?tabs?>\n<?tab?>\n<?title?>\nconfig.js\n<?/title?>\n```js "
       "\na\n```\n<?/tab?>\n<?tab?>\n<?title?>\nts\n<?/title?>\n```ts\nb\n```\n<?/tab?>\n<?/"
       "tabs?>\n"},
      {"::: tabs\n@tab A\na\n@tab:active B\nb\n:::\n",
       "<?tabs?>\n<?tab?>\n<?title?>\nA\n<?/title?>\na\n<?/tab?>\n<?tab?>\n<?title?>\nB\n<?/title?>\nb\n<?/"
       "tab?>\n<?/tabs?>\n"},
      {"/// note | T\nx\n///\n", box("note", "T", "x")},
      {"/// details | T\n    open: True\n    type: warning\nx\n///\n",
       "<?fold warning open bare?>\n<?title?>\nT\n<?/title?>\nx\n<?/fold?>\n"},
      {":::note Text :::\n", box("note", "", "Text")},
      {":::note A\r\nx\r\n:::\r\n", box("note", "A", "x\r")},
      // Fences of other names go, what is between them stays.
      {":::chart\nx\n:::\ny\n", "\nx\n\ny\n"},
      {":::widget[Title]\nx\n:::\n", "Title\nx\n\n"},
      // What is none, or somebody else's.
      {"```\n:::note\n```\n", "```\n:::note\n```\n"},
      {":::row:::\n", ":::row:::\n"},
      {":::image source=\"a.png\":::\n", ":::image source=\"a.png\":::\n"},
      {"::: moniker range=\">=2\"\nx\n::: moniker-end\n", "::: moniker range=\">=2\"\nx\n::: moniker-end\n"},
      {"a ::: b\n", "a ::: b\n"},
      {"/// a comment\nx\n", "/// a comment\nx\n"},
      {"/// note\nx\n", "/// note\nx\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kFencedBoxes, c.in), c.want) << c.in;
}

TEST(FencedBoxes, CountWhatTheyDrop) {
  EXPECT_EQ(left_by(kFencedBoxes, "a\n:::chart x\nb\n:::\n"), ":::chart:2");
  EXPECT_EQ(left_by(kFencedBoxes, "a\n:::\n"), "::::2");
  EXPECT_EQ(left_by(kFencedBoxes, "::: v-pre\na\n:::\n"), "");
  EXPECT_EQ(left_by(kFencedBoxes, ":::note\na\n:::\n"), "");
}

}  // namespace
}  // namespace signpost
