#include "content/html_elements.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(HtmlElements, OnlyListedOnesStay) {
  for (const char* name : {"p", "table", "td", "details", "kbd", "img", "a", "br", "h2"}) {
    EXPECT_EQ(element_info(name).policy, ElementPolicy::allow) << name;
  }
  for (const char* name :
       {"script", "style", "iframe", "object", "embed", "svg", "math", "template", "noscript", "textarea",
        "title", "xmp", "plaintext", "noembed", "noframes", "select"}) {
    EXPECT_EQ(element_info(name).policy, ElementPolicy::drop) << name;
  }
  for (const char* name :
       {"form", "input", "button", "font", "center", "base", "meta", "link", "body", "html"}) {
    EXPECT_EQ(element_info(name).policy, ElementPolicy::unwrap) << name;
  }
  for (const char* name : {"your-name", "node", "x:y", "script2", ""}) {
    EXPECT_EQ(element_info(name).policy, ElementPolicy::unknown) << name;
  }
}

TEST(HtmlElements, OnlyListedAttributesStay) {
  struct Case {
    const char* element;
    const char* name;
    const char* value;
    bool want;
  };
  const Case cases[] = {
      {"td", "colspan", "2", true},
      {"td", "colspan", "2x", false},
      {"p", "colspan", "2", false},
      {"td", "colspan", "99999", false},
      {"img", "width", "100", true},
      {"img", "width", "100%", false},
      {"img", "alt", "any <text>", true},
      {"img", "src", "a.png", false},
      {"img", "srcset", "a.png 2x", false},
      {"p", "style", "color:red", false},
      {"p", "onclick", "x()", false},
      {"p", "class", "admonition", false},
      {"code", "class", "language-c++", true},
      {"code", "class", "language-c evil", false},
      {"p", "title", "hint", true},
      {"p", "lang", "ko", true},
      {"p", "dir", "rtl", true},
      {"p", "dir", "up", false},
      {"a", "href", "x", false},
      {"a", "target", "_blank", false},
      {"ol", "start", "3", true},
      {"ol", "start", "-1", true},
      {"ol", "start", "--1", false},
      {"ol", "reversed", "", true},
      {"li", "value", "7", true},
      {"li", "value", "7px", false},
      {"ol", "type", "a", true},
      {"th", "scope", "col", true},
      {"video", "autoplay", "", false},
      {"video", "loop", "", true},
      {"video", "width", "640", true},
      {"video", "onerror", "x", false},
      {"source", "type", "video/mp4; codecs=\"avc1\"", true},
      {"source", "type", "<", false},
      {"source", "media", "(prefers-color-scheme: dark)", true},
      {"source", "media", "a;b{}", false},
      {"track", "kind", "captions", true},
      {"track", "kind", "metadata", false},
      {"td", "align", "center", true},
      {"p", "id", "x", false},
      {"a", "name", "x", false},
      {"details", "open", "", true},
      {"time", "datetime", "2024-01-01", true},
      {"p", "is", "x", false},
      {"p", "slot", "x", false},
      {"a", "ping", "x", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(is_allowed_attribute(c.element, c.name, c.value), c.want)
        << c.element << " " << c.name << "=" << c.value;
  }
}

TEST(HtmlElements, EndsImpliedByHtml) {
  EXPECT_TRUE(closes_implicitly("li", "li"));
  EXPECT_TRUE(closes_implicitly("dt", "dd"));
  EXPECT_TRUE(closes_implicitly("td", "tr"));
  EXPECT_TRUE(closes_implicitly("p", "div"));
  EXPECT_FALSE(closes_implicitly("p", "b"));
  EXPECT_FALSE(closes_implicitly("div", "div"));
  EXPECT_TRUE(bounds_implied_end("ul", "li"));
  EXPECT_TRUE(bounds_implied_end("table", "tr"));
  EXPECT_FALSE(bounds_implied_end("b", "li"));
}

}  // namespace
}  // namespace signpost
