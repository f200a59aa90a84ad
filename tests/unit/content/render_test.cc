#include "content/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::html_of;
using ::testing::Not;
using testing::parse;
using testing::text_of;

struct RenderCase {
  const char* in;
  const char* want;
};

TEST(Render, CommonMarkAndGfm) {
  const RenderCase cases[] = {
      {"a *b* **c** `d` ~~e~~", "<p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del></p>\n"},
      {"a  \nb\\\nc\nd", "<p>a<br>\nb<br>\nc\nd</p>\n"},
      {"> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
      {"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
      {"- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"},
      {"1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"},
      {"3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
      {"- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"},
      {"---", "<hr>\n"},
      {"www.e.com", "<p><a href=\"http://www.e.com\" rel=\"noopener\">www.e.com</a></p>\n"},
      {"<https://e.com/a?b&c>",
       "<p><a href=\"https://e.com/a?b&amp;c\" rel=\"noopener\">https://e.com/a?b&amp;c</a></p>\n"},
      {"[a](#b \"t\")", "<p><a href=\"#b\" title=\"t\">a</a></p>\n"},
      {"a < b & c", "<p>a &lt; b &amp; c</p>\n"},
      {"- [x] a\n- [ ] b",
       "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"Done\" checked> a</li>\n"
       "<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"To do\"> b</li>\n</ul>\n"},
  };
  for (const RenderCase& c : cases) EXPECT_EQ(html_of(c.in), c.want) << c.in;
}

TEST(Render, CodeKeepsItsLanguage) {
  const RenderCase cases[] = {
      {"```bash\na <b>\n```",
       "<pre tabindex=\"0\"><code class=\"language-bash\">a &lt;b&gt;\n</code></pre>\n"},
      {"```\na\n```", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"},
      {"    a", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"},
      {"```JavaScript\n```", "<pre tabindex=\"0\"><code class=\"language-javascript\"></code></pre>\n"},
      {"```js example-bad\n```", "<pre tabindex=\"0\"><code class=\"language-js\"></code></pre>\n"},
      {"```js-nolint\n```", "<pre tabindex=\"0\"><code class=\"language-js\"></code></pre>\n"},
      {"``` { .js }\n```", "<pre tabindex=\"0\"><code class=\"language-js\"></code></pre>\n"},
      {"```c++\n```", "<pre tabindex=\"0\"><code class=\"language-c++\"></code></pre>\n"},
      {"```\"onx=\"y\n```", "<pre tabindex=\"0\"><code></code></pre>\n"},
  };
  for (const RenderCase& c : cases) EXPECT_EQ(html_of(c.in), c.want) << c.in;
}

TEST(Render, Tables) {
  EXPECT_EQ(
      html_of("| a | b |\n|:-:|--:|\n| c | `d|` |\n"),
      "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" "
      "aria-label=\"Table\"><table>\n<thead>\n<tr>\n"
      "<th scope=\"col\" align=\"center\">a</th>\n<th scope=\"col\" align=\"right\">b</th>\n</tr>\n</thead>\n"
      "<tbody>\n<tr>\n<td align=\"center\">c</td>\n<td "
      "align=\"right\">`d</td>\n</tr>\n</tbody>\n</table></div>\n");
  EXPECT_THAT(html_of("| |b|\n|-|-|\n", {}, "ko"),
              HasSubstr("aria-label=\"표\"><table>\n<thead>\n<tr>\n<td></td>"));
  EXPECT_EQ(text_of("a\n\n| a | b |\n|-|-|\n| c | d |\n| e | f |\n\nz"), "a\na | b\nc | d\ne | f\nz");
}

TEST(Render, AdmonitionsOfFiveKinds) {
  const RenderCase cases[] = {
      {"> [!NOTE]\n> a",
       "<div class=\"admonition note\"><p class=\"admonition-title\">Note</p>\n<p>a</p>\n</div>\n"},
      {"> [!tip]\n> a",
       "<div class=\"admonition tip\"><p class=\"admonition-title\">Tip</p>\n<p>a</p>\n</div>\n"},
      {"> [!IMPORTANT]\n>\n> a",
       "<div class=\"admonition important\"><p class=\"admonition-title\">Important</p>\n<p>a</p>\n</div>\n"},
      {"> [!WARNING] same line",
       "<div class=\"admonition warning\"><p class=\"admonition-title\">Warning</p>\n<p>same "
       "line</p>\n</div>\n"},
      {"> [!CAUTION]\n> - a",
       "<div class=\"admonition caution\"><p "
       "class=\"admonition-title\">Caution</p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n"},
      {"> [!NOTE]", "<div class=\"admonition note\"><p class=\"admonition-title\">Note</p>\n</div>\n"},
      {"> [!NOTE]\n> **a** b",
       "<div class=\"admonition note\"><p class=\"admonition-title\">Note</p>\n<p><strong>a</strong> "
       "b</p>\n</div>\n"},
      {"> [!div class=x]\n> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
      {"> [x] a", "<blockquote>\n<p>[x] a</p>\n</blockquote>\n"},
      {">", "<blockquote>\n</blockquote>\n"},
  };
  for (const RenderCase& c : cases) EXPECT_EQ(html_of(c.in), c.want) << c.in;
  EXPECT_THAT(html_of("> [!NOTE]\n> a", {}, "ko"), HasSubstr(">참고<"));
  EXPECT_THAT(html_of("> [!NOTE]\n> a", {}, "ja"), HasSubstr(">補足<"));
  EXPECT_EQ(text_of("> [!NOTE]\n> a"), "a");
}

TEST(Render, HeadingIds) {
  const RenderCase cases[] = {
      {"## A & B", "<h2 id=\"a--b\">A &amp; B</h2>\n"},
      {"## 노드의 이름", "<h2 id=\"노드의-이름\">노드의 이름</h2>\n"},
      {"## `code` *em*", "<h2 id=\"code-em\"><code>code</code> <em>em</em></h2>\n"},
      {"## A {#own-id}", "<h2 id=\"own-id\">A</h2>\n"},
      {"## *A* {#own .class}", "<h2 id=\"own\"><em>A</em></h2>\n"},
      {"## A {#bad id\"}", "<h2 id=\"bad\">A</h2>\n"},
      {"## A {x}", "<h2 id=\"a-x\">A {x}</h2>\n"},
      {"## <a name=\"old\"></a>A", "<h2 id=\"old\">A</h2>\n"},
      // Once, what stood behind such a heading was on the page twice.
      {"## <span id=\"old\">A</span>\n\nx", "<h2 id=\"old\"><span>A</span></h2>\n<p>x</p>\n"},
      {"<h2 id=\"own\"><div id=\"in\">A</div></h2>", "<h2 id=\"own\"><div>A</div></h2>\n\n"},
      {"## <a id=\"old\"></a>A", "<h2 id=\"old\">A</h2>\n"},
      {"<h2>\n\n# A\n\n</h2>\n\nx", "<h2 id=\"a\">A</h2>\n\n<p>x</p>\n"},  // once, <h0> came out
      {"## A\n## A\n## A", "<h2 id=\"a\">A</h2>\n<h2 id=\"a-1\">A</h2>\n<h2 id=\"a-2\">A</h2>\n"},
      {"## A\n## B {#a}", "<h2 id=\"a-1\">A</h2>\n<h2 id=\"a\">B</h2>\n"},  // given ids come first
      {"## A\n## A {#a}\n## B {#a}", "<h2 id=\"a-2\">A</h2>\n<h2 id=\"a\">A</h2>\n<h2 id=\"a-1\">B</h2>\n"},
      // Composed, as the fragments of links are.
      {"## O\u0308l", "<h2 id=\"öl\">O\u0308l</h2>\n"},
      {"## A {#o\u0308}\n\n[x](#ö) [y](#o%CC%88)",
       "<h2 id=\"ö\">A</h2>\n<p><a href=\"#%C3%B6\">x</a> <a href=\"#%C3%B6\">y</a></p>\n"},
      {"## 😀", "<h2 id=\"section\">😀</h2>\n"},
      {"##", "<h2 id=\"section\"></h2>\n"},
      {"## A <a href=\"#x\">l</a>", "<h2 id=\"a-l\">A <a href=\"#x\">l</a></h2>\n"},
      {"<a name=\"a\"></a>\n\n## A", "<p><a></a></p>\n<h2 id=\"a\">A</h2>\n"},  // the heading has it
  };
  for (const RenderCase& c : cases) EXPECT_EQ(html_of(c.in), c.want) << c.in;
}

TEST(Render, NoHeadingOfTheFirstLevel) {
  EXPECT_THAT(html_of("# A\n\n# B\n"), Not(HasSubstr("<h1")));
  const ParseResult r = parse("---\ntitle: T\n---\n# A\n\n### B\n\n# C\n");
  EXPECT_EQ(r.document->sections[1].level, 2);
  EXPECT_EQ(r.document->sections[2].level, 3);
  EXPECT_THAT(r.document->sections[2].path, ElementsAre("A", "B"));
  EXPECT_THAT(r.document->sections[3].path, ElementsAre("C"));
}

TEST(Render, SectionsRunFromHeadingToHeading) {
  const ParseResult r = parse(
      "---\ntitle: T\n---\nLead\n\n## A\na\n### A1\n\n1. x\n2. y\n\n## B\n```\ncode\n  more\n```\n> "
      "quote\n\n![pic](shot.png)");
  const std::vector<Section>& s = r.document->sections;
  ASSERT_EQ(s.size(), 4u);
  EXPECT_EQ(s[0].text, "Lead");
  EXPECT_EQ(s[1].text, "a");
  EXPECT_EQ(s[2].text, "x\ny");
  EXPECT_THAT(s[2].path, ElementsAre("A", "A1"));
  EXPECT_EQ(s[2].anchor, "a1");
  EXPECT_EQ(s[3].text, "code\n  more\nquote\npic");
}

TEST(Render, CommentsAreNeverText) {
  for (const char* in :
       {"a <!-- SECRET --> b", "<!-- SECRET -->", "<!--\nSECRET\n\nSECRET\n-->\n\nb",
        "a <!-- SECRET\n\nSECRET --> b", "- a\n  <!-- SECRET\n\n  SECRET -->\n- b",
        "| a |\n|---|\n| b <!-- SECRET --> |", "> <!-- SECRET\n> SECRET -->\n> b", "## A <!-- SECRET -->",
        "<div><!-- SECRET --></div>", "<!-- SECRET", "<p>\n<!-- SECRET --></p>",
        "a <!-- `SECRET` ```\nSECRET --> b", "<!-- {{ SECRET }} -->"}) {
    for (const Site& site : {Site(), testing::stripping_site()}) {
      EXPECT_THAT(html_of(in, site), Not(HasSubstr("SECRET"))) << in;
      EXPECT_THAT(text_of(in, site), Not(HasSubstr("SECRET"))) << in;
    }
    EXPECT_THAT(testing::post_html(in), Not(HasSubstr("SECRET"))) << in;
  }
  EXPECT_THAT(html_of("`<!-- code -->`"), HasSubstr("&lt;!-- code --&gt;"));
  EXPECT_THAT(html_of("```\n<!-- code -->\n```"), HasSubstr("&lt;!-- code --&gt;"));
}

TEST(Render, Footnotes) {
  const std::string html = html_of("a[^x] b[^x]\n\n[^x]: note\n");
  EXPECT_THAT(html, HasSubstr("<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>"));
  EXPECT_THAT(html, HasSubstr("id=\"fnref-1-2\""));
  EXPECT_THAT(html,
              HasSubstr("<section class=\"footnotes\">\n<ol>\n<li id=\"fn-1\"><p>note <a href=\"#fnref-1\" "
                        "class=\"footnote-backref\" aria-label=\"Back to the "
                        "text\">\xE2\x86\xA9</a></p>\n</li>\n</ol>\n</section>"));
}

TEST(Render, Images) {
  const RenderCase cases[] = {
      {"![a *b*](shot.png \"t\")",
       "<p><img src=\"/files/help/en/start/shot.png\" alt=\"a b\" title=\"t\" loading=\"lazy\"></p>\n"},
      {"![](https://e.com/a.png)", "<p><img src=\"https://e.com/a.png\" alt=\"\" loading=\"lazy\"></p>\n"},
      {"![alt](gone.png)", "<p><span class=\"missing-image\">alt</span></p>\n"},
      {"[![alt](shot.png)](install.md)",
       "<p><a href=\"/en/articles/start-install\"><img src=\"/files/help/en/start/shot.png\" alt=\"alt\" "
       "loading=\"lazy\"></a></p>\n"},
      {"![a<b>\"](shot.png)",
       "<p><img src=\"/files/help/en/start/shot.png\" alt=\"a&quot;\" loading=\"lazy\"></p>\n"},
  };
  for (const RenderCase& c : cases) EXPECT_EQ(html_of(c.in), c.want) << c.in;
}

TEST(Render, LineEndsBetweenJapaneseLettersAreNoSpaces) {
  EXPECT_EQ(html_of("日本語の\n文です。\n次", {}, "ja"), "<p>日本語の文です。次</p>\n");
  EXPECT_EQ(text_of("한국어\n문장", {}, "ko"), "한국어 문장");
  EXPECT_EQ(text_of("日本\nabc", {}, "ja"), "日本 abc");
}

TEST(Render, DefinitionsInTheStyleOfMdn) {
  EXPECT_EQ(html_of("- `a`\n  - : What it is."),
            "<ul>\n<li><code>a</code>\n<ul>\n<li>What it is.</li>\n</ul>\n</li>\n</ul>\n");
}

TEST(Render, OutputIsAlwaysText) {
  EXPECT_EQ(html_of("a&#65534;b&#1;c"),
            "<p>a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c</p>\n");
  EXPECT_EQ(text_of("a&#65534;b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(html_of(std::string("a\0b", 3)),
            "<p>a\xEF\xBF\xBD"
            "b</p>\n");
  EXPECT_EQ(text_of("a\xE2\x80\xAE"
                    "b"),
            "a\xE2\x80\xAE"
            "b");  // bidi controls are text
}

TEST(Render, MarkdownToText) {
  EXPECT_EQ(markdown_to_text("a *b* `c` [d](e.md) <b>f</b> &amp; ![g](h.png)"), "a b c d f & g");
  EXPECT_EQ(markdown_to_text(""), "");
}

}  // namespace
}  // namespace signpost
