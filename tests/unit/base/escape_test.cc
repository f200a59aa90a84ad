// escape_test.cc - tests of base/escape.h.
#include "base/escape.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Escape, LeavesNothingThatMeansSomething) {
  struct Case {
    std::string_view in;
    std::string_view want;
  };
  const Case cases[] = {
      {"a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"},
      {"", ""},
      {"한국어", "한국어"},
      {"&amp;", "&amp;amp;"},
      {"<>", "&lt;&gt;"},
      {"'", "'"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_escaped(c.in), c.want) << c.in;
}

TEST(Escape, AppendsToWhatIsThere) {
  std::string out = "<p>";
  append_escaped(out, "a<b");
  EXPECT_EQ(out, "<p>a&lt;b");
}

}  // namespace
}  // namespace signpost
