#include "api/link_text.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(LinkText, EscapesWhatATitleHas) {
  EXPECT_EQ(markdown_link("Set up", "https://a.example/en/articles/x#y"),
            "[Set up](https://a.example/en/articles/x#y)");
  EXPECT_EQ(markdown_link("a](http://evil) `b` *c* _d_ <e> & ~f~ | #\ng!\\", "/u"),
            "[a\\](http://evil) \\`b\\` \\*c\\* \\_d\\_ \\<e\\> \\& \\~f\\~ \\| \\# g\\!\\\\](/u)");
  EXPECT_EQ(html_link("<b> & \"x\"", "/a?b=\"&c"),
            "<a href=\"/a?b=&quot;&amp;c\">&lt;b&gt; &amp; &quot;x&quot;</a>");
  EXPECT_EQ(markdown_link("", ""), "[]()");
}

}  // namespace
}  // namespace signpost
