#include "content/raw_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::html_of;
using testing::text_of;

TEST(RawHtml, CountsWhatIsNotAllowed) {
  const ParseResult result =
      testing::parse("# A\n\n<script>x</script>\n\n<font>a</font> <font>b</font> <b>c</b>\n");
  const auto& kinds = result.leftovers.kinds();
  ASSERT_EQ(kinds.size(), 2u);
  EXPECT_EQ(kinds.at("<font>").count, 2u);
  EXPECT_EQ(kinds.at("<script>").places.at(0).line, 3);
}

TEST(RawHtml, PassesTheAllowList) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a <kbd>Ctrl</kbd>", "<p>a <kbd>Ctrl</kbd></p>\n"},
      {"a<br/>b<BR>c", "<p>a<br>b<br>c</p>\n"},
      {"<b onclick=x>a</b>", "<p><b>a</b></p>\n"},
      {"<b style='color:red' title='t\"'>a</b>", "<p><b title=\"t&quot;\">a</b></p>\n"},
      {"<tt>x</tt> <strike>y</strike>", "<p><code>x</code> <del>y</del></p>\n"},
      {"a <font color=red>b</font>", "<p>a b</p>\n"},
      {"a <script>alert(1)</script> b", "<p>a  b</p>\n"},
      {"a <svg><g onload=x><p>y</svg> b", "<p>a  b</p>\n"},
      {"Type <your-name> here", "<p>Type &lt;your-name&gt; here</p>\n"},
      {"x <a href='install.md' target=_blank>i</a>",
       "<p>x <a href=\"/en/articles/start-install\">i</a></p>\n"},
      {"x <a href='https://e.com'>i</a>", "<p>x <a href=\"https://e.com\" rel=\"noopener\">i</a></p>\n"},
      {"x <a href='javascript:x'>i</a>", "<p>x i</p>\n"},
      {"x <img src=shot.png alt=A width=10 onerror=x>",
       "<p>x <img src=\"/files/help/en/start/shot.png\" alt=\"A\" width=\"10\" loading=\"lazy\"></p>\n"},
      {"x <img src=shot.png alt=\"\">",
       "<p>x <img src=\"/files/help/en/start/shot.png\" alt=\"\" loading=\"lazy\"></p>\n"},
      {"x <img src=shot.png>",
       "<p>x <img src=\"/files/help/en/start/shot.png\" alt=\"\" loading=\"lazy\"></p>\n"},
      {"x <b title=a title=b>y</b>", "<p>x <b title=\"a\">y</b></p>\n"},
      {"x <img src=no.png alt=\"the alt\">", "<p>x <span class=\"missing-image\">the alt</span></p>\n"},
      {"x <a name=\"here\"></a>y", "<p>x <a id=\"here\"></a>y</p>\n"},
      {"x <span id=\"a b\">y</span>", "<p>x <span>y</span></p>\n"},
      {"x <b>y", "<p>x <b>y</b></p>\n"},
      {"x </b>y</p></div>", "<p>x y</p>\n"},
      {"*x <b>y* z</b>", "<p><em>x <b>y</b></em> z</p>\n"},
      {"x &lt;b&gt; &#60;i&#62;", "<p>x &lt;b&gt; &lt;i&gt;</p>\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_of(c.in), c.want) << c.in;
}

TEST(RawHtml, BlocksAreBalanced) {
  EXPECT_EQ(html_of("<ul><li>a<li>b</ul>"), "<ul><li>a</li><li>b</li></ul>\n");
  EXPECT_EQ(html_of("<div>\n\n**a**\n\n</div>\n\nb"), "<div>\n<p><strong>a</strong></p>\n</div>\n<p>b</p>\n");
  EXPECT_EQ(html_of("<div><div>\n\nb"), "<div><div>\n<p>b</p>\n</div></div>");
  EXPECT_EQ(html_of("- <div>\n\nb"), "<ul>\n<li><div>\n</div></li>\n</ul>\n<p>b</p>\n");
  // A browser would end Markdown's own item at the second <li>, and with the </div> what stands around the
  // article.
  EXPECT_EQ(html_of("- <div><li>a</li></div>"), "<ul>\n<li><div>a</div>\n</li>\n</ul>\n");
  EXPECT_EQ(html_of("<dd>a</dd>"), "a\n");
  EXPECT_EQ(html_of("<dl><dt>a<dd>b</dl>"), "<dl><dt>a</dt><dd>b</dd></dl>\n");
  EXPECT_EQ(html_of("<p>a\n\n# b\n\n</p>"), "<p>a\n</p><h2 id=\"b\">b</h2>\n\n");
  EXPECT_EQ(html_of("<details open><summary>S</summary>\n\ntext\n\n</details>"),
            "<details open=\"\"><summary>S</summary>\n<p>text</p>\n</details>\n");
}

TEST(RawHtml, TablesScroll) {
  EXPECT_EQ(html_of("<table><tr><th scope=col>a<td colspan=2>b<tr><td>c</table>"),
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table><tr>"
            "<th scope=\"col\">a</th><td colspan=\"2\">b</td></tr><tr><td>c</td></tr></table></div>\n");
  EXPECT_EQ(text_of("<table><tr><th>a<td>b<tr><td>c &amp; d</table>"), "a | b\nc & d");
}

TEST(RawHtml, HeadingsAreSections) {
  const ParseResult r = testing::parse("---\ntitle: T\n---\n<h3 id=\"own\">A <b>b</b></h3>\n<p>text</p>\n");
  EXPECT_THAT(r.document->html, HasSubstr("<h3 id=\"own\">A <b>b</b></h3>"));
  ASSERT_EQ(r.document->sections.size(), 2u);
  EXPECT_EQ(r.document->sections[1].anchor, "own");
  EXPECT_EQ(r.document->sections[1].heading, "A b");
  EXPECT_EQ(r.document->sections[1].text, "text");
  EXPECT_THAT(html_of("<h1>Other</h1>\n"), HasSubstr("<h2 id=\"other\">"));
}

TEST(RawHtml, FramesBecomeLinks) {
  EXPECT_THAT(html_of("<iframe src=\"https://www.youtube.com/embed/x\" title=\"Tour\">old</iframe>"),
              HasSubstr("<a href=\"https://www.youtube.com/embed/x\" rel=\"noopener\">Tour</a>"));
  EXPECT_EQ(html_of("<iframe src=\"javascript:x\"></iframe>"), "\n");
}

TEST(RawHtml, TellsWhatItLeftOut) {
  const ParseResult r = testing::parse(
      "---\ntitle: T\n---\na\n\n<script>x</script>\n\n<script>y</script>\n\n<form>\n</form>\n");
  EXPECT_THAT(testing::findings(r), ElementsAre("note html-dropped:6", "note html-dropped:10"));
}

TEST(RawHtml, PlainTextHasNoMarkup) {
  EXPECT_EQ(text_of("<p>a <b>b</b>\n   c</p><p>d</p>"), "a b c\nd");
  EXPECT_EQ(text_of("a <style>p { x }</style> b"), "a  b");
  EXPECT_EQ(text_of("<pre>a\n  b</pre>"), "a\n  b");
}

}  // namespace
}  // namespace signpost
