#include "content/html_text.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

std::string source_text(std::string_view text) {
  std::string html;
  append_html_source_text(html, text);
  return html;
}

TEST(HtmlText, EscapesSource) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a &amp; b", "a &amp; b"},
      {"&nbsp;&mdash;&Eacute;", "\u00A0—&Eacute;"},
      {"&lt;&colon;&apos;&quot;&hellip", "&lt;:'&quot;&amp;hellip"},
      {"AT&T", "AT&amp;T"},
      {"&lt;b&gt;", "&lt;b&gt;"},
      {"&#60;b&#x3e;", "&lt;b&gt;"},
      {"&#0;", "\xEF\xBF\xBD"},
      {"&#65534;", "\xEF\xBF\xBD"},
      {"&#xD800;", "\xEF\xBF\xBD"},
      {"& ;", "&amp; ;"},
      {"&#;", "&amp;#;"},
      {"a<b>\"", "a&lt;b&gt;&quot;"},
      {"&", "&amp;"},
      {"&#99999999999999999999;", "\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) EXPECT_EQ(source_text(c.in), c.want) << c.in;
}

TEST(HtmlText, DecodesReferences) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a&amp;b", "a&b"},
      {"&#106;avascript", "javascript"},
      {"&#x6A;avascript", "javascript"},
      {"java&Tab;script&colon;", "java\tscript:"},
      {"&unknown;", "&unknown;"},
      {"&lt;", "<"},
      {"&#58", ":"},
      {"&", "&"},
      {"&amp;lt;", "&lt;"},
  };
  for (const Case& c : cases) EXPECT_EQ(decode_references(c.in), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
