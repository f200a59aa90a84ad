#include "content/dialect_tags.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(DialectTags, BecomeMarkdown) {
  struct Case {
    const char* in;
    bool line_start;
    size_t length;
    const char* want;
  };
  const Case cases[] = {
      {R"(:::image type="content" source="a b.png" alt-text="The [A]":::)", true, 62,
       R"(![The \[A\]](<a b.png>))"},
      {R"(:::image source="a.png" alt-text="x":::, then)", false, 39, "![x](<a.png>)"},
      {R"(:::image source="a.png" alt-text="is ::: here":::)", false, 49, "![is ::: here](<a.png>)"},
      {"::: moniker range=\">=2\"\nnext", true, 23, ""},
      {":::row-end:::", true, 13, ""},
      {":::row-end:::", false, 0, ""},
      {R"(:::no-loc text="Teams"::: app)", false, 25, "Teams"},
      {"[!INCLUDE [Note](../a.md)] x", false, 26, ""},
      {"[!include[Note](../a.md)]", true, 25, ""},
      {"[!code-cpp[A#1](../a/b.cpp)]", true, 28, ""},
      {"[!VIDEO https://e.com/v]", true, 24, "[Watch the video](<https://e.com/v>)"},
      {"[!NOTE]", true, 0, ""},
      {"[!INCLUDE [Note]\n(a.md)]", true, 0, ""},
  };
  for (const Case& c : cases) {
    const DialectTag tag = read_dialect_tag(c.in, c.line_start, "en");
    EXPECT_EQ(tag.length, c.length) << c.in;
    EXPECT_EQ(tag.text, c.want) << c.in;
  }
}

}  // namespace
}  // namespace signpost
