#include "content/dialects/toc_marks.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

TEST(TocMarks, AreTakenOut) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"[TOC]\n", "\n"},
      {"a\n\n[toc]\n\nb\n", "a\n\n\n\nb\n"},
      {"[[toc]]\n", "\n"},
      {"[[_TOC_]]\n", "\n"},
      {"  [TOC]  \n", "\n"},
      {"<!-- toc -->\n", "\n"},
      {"[TOC]\r\n", "\n"},
      {"{{< toc >}}\n", "\n"},
      {"{{ toc }}\n", "\n"},
      {"@[TOC](Contents)\n", "\n"},
      {"* TOC\n{:toc}\n", "\n\n"},
      {"1. Contents\n{:toc .large}\n", "\n\n"},
      {"# A\n{: .no_toc }\n", "# A\n{: .no_toc }\n"},
      {"see [TOC] here\n", "see [TOC] here\n"},
      {"```\n[TOC]\n```\n", "```\n[TOC]\n```\n"},
      {"    [TOC]\n", "    [TOC]\n"},
      {"[stock]\n", "[stock]\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(testing::passed(kTocMarks, c.in), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
