#include "content/dialects/indented_boxes.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::passed;

TEST(IndentedBoxes, BecomeBoxes) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"!!! danger \"Stop\"\n\n    Body\n\nafter\n",
       "<?box danger bare?>\n<?title?>\nStop\n<?/title?>\n\nBody\n<?/box?>\n\nafter\n"},
      {"!!! note\n    Body\n", "<?box note?>\nBody\n<?/box?>\n"},
      {"!!! note \"\"\n    Body\n", "<?box note bare?>\nBody\n<?/box?>\n"},
      {"!!! info inline end \"At the side\"\n\tBody\n",
       "<?box info bare?>\n<?title?>\nAt the side\n<?/title?>\nBody\n<?/box?>\n"},
      {"??? tip\n    Body\n", "<?fold tip?>\nBody\n<?/fold?>\n"},
      {"???+ tip \"Open\"\n    Body\n",
       "<?fold tip open bare?>\n<?title?>\nOpen\n<?/title?>\nBody\n<?/fold?>\n"},
      {"=== \"A\"\n\n    a\n\n=== \"B\"\n\n    b\n",
       "<?tab?>\n<?title?>\nA\n<?/title?>\n\na\n<?/tab?>\n\n<?tab?>\n<?title?>\nB\n<?/title?>\n\nb\n<?/"
       "tab?>\n"},
      {"!!! warning Mind the gap, please\n    Body\n",
       "<?box warning bare?>\n<?title?>\nMind the gap, please\n<?/title?>\nBody\n<?/box?>\n"},
      {"!!! note \"A\"\r\n    Body\r\n", "<?box note bare?>\n<?title?>\nA\n<?/title?>\nBody\r\n<?/box?>\n"},
      // One in another, with code, and in a list.
      {"!!! note \"A\"\n\n    === \"B\"\n\n        ```\n        !!! x\n            y\n        ```\n",
       "<?box note bare?>\n<?title?>\nA\n<?/title?>\n\n<?tab?>\n<?title?>\nB\n<?/title?>\n\n```\n!!! x\n    "
       "y\n```\n<?/tab?>\n<?/box?>\n"},
      {"1. Step\n\n    !!! note \"A\"\n        Body\n\n2. Next\n",
       "1. Step\n\n    <?box note bare?>\n    <?title?>\n    A\n    <?/title?>\n    Body\n    <?/box?>\n\n2. "
       "Next\n"},
      // What is none.
      {"```\n!!! note\n    Body\n```\n", "```\n!!! note\n    Body\n```\n"},
      {"!!! note\nBody\n", "!!! note\nBody\n"},
      {"Really???\n    x\n", "Really???\n    x\n"},
      {"!!! \"quoted\" words\n    x\n", "!!! \"quoted\" words\n    x\n"},
      {"Heading\n===\n\n    code\n", "Heading\n===\n\n    code\n"},
      {"What!!!\n\n    code\n", "What!!!\n\n    code\n"},
      {"!!! important is what follows\nx\n", "!!! important is what follows\nx\n"},
      {"!!! Stop here\n    x\n", "!!! Stop here\n    x\n"},
      {"!!!\n\n    code\n", "!!!\n\n    code\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kIndentedBoxes, c.in), c.want) << c.in;
}

TEST(IndentedBoxes, MayHaveOnlyATitleWhereMkdocsIsOn) {
  EXPECT_EQ(passed(kIndentedBoxes, "!!! note \"A\"\n\nb\n"), "!!! note \"A\"\n\nb\n");
  EXPECT_EQ(passed(kIndentedBoxes, "!!! note \"A\"\n\nb\n", {Dialect::mkdocs}),
            "<?box note bare?>\n<?title?>\nA\n<?/title?>\n<?/box?>\n\nb\n");
}

TEST(IndentedBoxes, HostileDepthEnds) {
  std::string text;
  for (size_t i = 0; i < 300; ++i) text += std::string(4 * i, ' ') + "!!! note\n";
  EXPECT_FALSE(passed(kIndentedBoxes, text).empty());
}

}  // namespace
}  // namespace signpost
