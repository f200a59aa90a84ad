// html_source_test.cc - tests importer/html_source.
#include "importer/html_source.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(HtmlSource, KeepsWhatTheConversionReads) {
  const struct {
    const char* html;
    const char* want;
  } cases[] = {
      {"<p onclick=x class=\"a\">b &amp; c</p>", "<p class=\"a\">b &amp; c</p>"},
      {"<a href='x\"y'>z</a>", "<a href=\"x&quot;y\">z</a>"},
      {"a<!-- <b> -->c", "ac"},
      {"<script>if (a < b) x('</p>')</script>d", "<script></script>d"},
      {"<STYLE>p > a</STYLE>d", "<style></style>d"},
      {"<script>never closed", "<script>"},
      {"1 < 2 <b", "1 &lt; 2 &lt;b"},
      {"<x-y>a</x-y><a.b@c>", "a"},
      {"<br/>", "<br>"},
  };
  for (const auto& each : cases) EXPECT_EQ(reduced_html(each.html), each.want) << each.html;
}

TEST(HtmlSource, PlainTextHasNoMarkup) {
  EXPECT_EQ(html_as_plain_markdown("<p>a <b>*b*</b>\n&lt;c&gt;</p><pre># d</pre><script>e</script>"),
            "a \\*b\\* \\<c>\n\n\\# d");
}

}  // namespace
}  // namespace signpost
