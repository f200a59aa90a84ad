// html_kinds_test.cc - tests importer/html_kinds.
#include "importer/html_kinds.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

// Also that the table is sorted, as its binary search needs.
TEST(HtmlKinds, Elements) {
  const struct {
    const char* html;
    const char* name;
    Element want;
  } cases[] = {
      {"<a href=x>a</a>", "a", Element::link},
      {"<video src=x></video>", "video", Element::frame},
      {"<dl><dt>a</dt></dl>", "dt", Element::strong_block},
      {"<ul><li>a</li></ul>", "ul", Element::list},
      {"<ol><li>a</li></ol>", "ol", Element::list},
      {"<details><summary>a</summary></details>", "summary", Element::strong_block},
      {"<svg>a</svg>", "svg", Element::skip},
      {"<span>a</span>", "span", Element::none},
      {"<blink>a</blink>", "blink", Element::none},
      {"<table><tr><td>a</td></tr></table>", "table", Element::table},
      {"<p><img src=x></p>", "img", Element::image},
      {"<blockquote>a</blockquote>", "blockquote", Element::quote},
      {"<p><kbd>a</kbd></p>", "kbd", Element::code},
      {"<h6>a</h6>", "h6", Element::heading},
  };
  for (const auto& each : cases) {
    const HtmlTree tree(each.html);
    const xmlNode* node = find_element(tree.root(), each.name);
    ASSERT_NE(node, nullptr) << each.html;
    EXPECT_EQ(element_of(node), each.want) << each.html;
  }
}

TEST(HtmlKinds, LanguagesOfCode) {
  const struct {
    const char* html;
    const char* want;
  } cases[] = {
      {"<pre><code>x</code></pre>", ""},
      {"<pre class=\"lang-py prettyprint\"><code>x</code></pre>", "py"},
      {"<pre><code class=\"hljs language-c++\">x</code></pre>", "c++"},
      {"<pre data-code-wrap=\"ruby\"><code>x</code></pre>", "ruby"},
      {"<pre class=\"lang-none\">x</pre>", ""},
      {"<pre class=\"lang-`x\">x</pre>", ""},
  };
  for (const auto& each : cases) {
    const HtmlTree tree(each.html);
    EXPECT_EQ(code_language_of(find_element(tree.root(), "pre")), each.want) << each.html;
  }
}

}  // namespace
}  // namespace signpost
