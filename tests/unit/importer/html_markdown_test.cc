// html_markdown_test.cc - what HTML becomes, and that our own renderer gives its words back.
#include "importer/html_markdown.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "content/parse.h"
#include "content/render.h"
#include "importer/html_tree.h"

namespace signpost {
namespace {

const SiteAddress& site() {
  static const SiteAddress address = *SiteAddress::parse("https://forum.example.com");
  return address;
}

std::string markdown_of(const std::string& html) {
  const ConvertedHtml result = html_to_markdown(html, site());
  EXPECT_EQ(result.problem, "") << html;
  return result.markdown;
}

struct HtmlCase {
  const char* html;
  const char* markdown;
};

void expect_all(const std::vector<HtmlCase>& cases) {
  for (const HtmlCase& each : cases) EXPECT_EQ(markdown_of(each.html), each.markdown) << each.html;
}

TEST(HtmlMarkdown, Blocks) {
  expect_all({
      {"", ""},
      {"  \n ", ""},
      {"<p>One\n  line</p>\n\n<p>Two</p>", "One line\n\nTwo"},
      {"bare text", "bare text"},
      {"<h1>Top</h1><h3>C#</h3>", "# Top\n\n### C\\#"},
      {"<h2><div>Wrapped</div></h2>", "## Wrapped"},
      {"<p>a<br>b</p>", "a\\\nb"},
      {"<p>a<br><br>b<br></p>", "a\n\nb"},
      {"<p>a</p><hr><p>b</p>", "a\n\n***\n\nb"},
      {"<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"},
      {"<pre><code>a &lt; b\n\n  c\n</code></pre>", "```\na < b\n\n  c\n```"},
      {"<pre class=\"lang-js prettyprint-override\"><code>x</code></pre>", "```js\nx\n```"},
      {"<pre data-code-wrap=\"c++\"><code class=\"lang-c++\">x</code></pre>", "```c++\nx\n```"},
      {"<pre><code class=\"lang-auto\">x</code></pre>", "```\nx\n```"},
      {"<pre>```\n````\n</pre>", "`````\n```\n````\n`````"},
      {"<div>a<div>b</div>c</div>", "a\n\nb\n\nc"},
      {"<details><summary>More</summary><p>Hidden</p></details>", "**More**\n\nHidden"},
      {"<dl><dt>Term</dt><dd>Meaning</dd></dl>", "**Term**\n\nMeaning"},
      {"<script>alert('<p>x</p>')</script><style>p{}</style><p>kept</p>", "kept"},
      {"<p>a</p><!-- language: lang-js --><p>b</p>", "a\n\nb"},
  });
}

TEST(HtmlMarkdown, Lists) {
  expect_all({
      {"<ul><li>a</li><li>b</li></ul>", "- a\n- b"},
      {"<ol start=\"3\"><li>a</li><li>b</li></ol>", "3. a\n4. b"},
      {"<ol start=\"-2\"><li>a</li></ol>", "0. a"},
      {"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"},
      {"<ol><li>a<ol><li>b</li></ol></li></ol>", "1. a\n   1. b"},
      {"<ol><li>a<ol start=\"4\"><li>b</li></ol></li></ol>", "1. a\n\n   4. b"},
      {"<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n\n- b"},
      {"<ul><li>a<pre>x\n\ny</pre></li></ul>", "- a\n\n  ```\n  x\n\n  y\n  ```"},
      {"<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul>", "- a\n\n+ b\n\n- c"},
      {"<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b"},
      {"<ul><li></li><li>b</li></ul>", "-\n- b"},
      {"<blockquote><ul><li>a</li></ul></blockquote>", "> - a"},
      {"<ul><ul><li>a</li></ul></ul>", "- - a"},
      {"<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"},
  });
}

TEST(HtmlMarkdown, Inlines) {
  expect_all({
      {"<em>a</em> <strong>b</strong> <del>c</del>", "*a* **b** ~~c~~"},
      {"<b>bold </b>text", "**bold** text"},
      {"text<i> leaning</i>", "text *leaning*"},
      {"<b><i>both</i></b>", "**_both_**"},
      {"<i><b>both</b></i>", "_**both**_"},
      {"<b>a</b><b>b</b>", "**ab**"},
      {"<b>a</b><i>b</i>", "**a**_b_"},
      {"in<b>side</b>word", "in**side**word"},
      {"in<i>side</i>word", "in*side*word"},
      {"no<b>\"quote\"</b>here", "no\"quote\"here"},
      {"<b></b>x<i> </i>y", "x y"},
      {"<b><div>a</div><div>b</div></b>", "**a**\n\n**b**"},
      {"<code>a  b</code>", "`a b`"},
      {"<code>`</code> <code>a`b</code>", "`` ` `` ``a`b``"},
      {"<kbd>Ctrl</kbd>+<kbd>C</kbd>", "`Ctrl`+`C`"},
      {"2<sup>10</sup> H<sub>2</sub>O", "2¹⁰ H₂O"},
      {"x<sup>ab</sup>", "x^(ab)"},
      {"<sup>a whole sentence</sup>", "a whole sentence"},
      {"<span>a</span><u>b</u><font color=red>c</font>", "abc"},
  });
}

TEST(HtmlMarkdown, LinksAndPictures) {
  expect_all({
      {"<a href=\"https://a.example/b?c=1&amp;d=2\">text</a>", "[text](https://a.example/b?c=1\\&d=2)"},
      {"<a href=\"https://a.example/(b) c\">t</a>", "[t](https://a.example/\\(b\\)%20c)"},
      {"<a href=\"https://a.example/\">https://a.example/</a>", "<https://a.example/>"},
      {"<a href=\"/t/7\">t</a>", "[t](https://forum.example.com/t/7)"},
      {"<a href=\"//cdn.example/x\">t</a>", "[t](https://cdn.example/x)"},
      {"<a href=\"mailto:a@b.example\">t</a>", "[t](mailto:a@b.example)"},
      {"<a href=\"javascript:alert(1)\">t</a>", "t"},
      {"<a href=\"#top\">t</a><a name=x></a>", "t"},
      {"<a href=\"ftp://a.example\">t</a>", "t"},
      {"<img src=\"https://i.example/a.png\" alt=\"A [b]\">", "![A \\[b\\]](https://i.example/a.png)"},
      {"<img src=\"/uploads/b.png?x=1\">", "![b.png](https://forum.example.com/uploads/b.png?x=1)"},
      {"<img src=\"data:image/png;base64,AAAA\" alt=\"dot\">", "dot"},
      {"<a href=\"https://i.example/big.png\"><img src=\"https://i.example/s.png\" alt=\"shot\"></a>",
       "[shot](https://i.example/big.png)"},
      {"<iframe src=\"https://v.example/1\">no frames</iframe>", "<https://v.example/1>"},
  });
}

TEST(HtmlMarkdown, Tables) {
  expect_all({
      {"<table><thead><tr><th>A</th><th style=\"text-align:right\">B</th></tr></thead>"
       "<tbody><tr><td>1</td><td>2|3</td></tr></tbody></table>",
       "| A | B |\n| --- | ---: |\n| 1 | 2\\|3 |"},
      {"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>",
       "| | |\n| --- | --- |\n| 1 | 2 |\n| 3 | |"},
      {"<table><tr><td><p>a</p><ul><li>b</li></ul><pre>c|d\ne</pre></td></tr></table>",
       "| |\n| --- |\n| a b `c\\|d e` |"},
      {"<table><tr><th colspan=2>A</th></tr><tr><td>1</td><td>2</td></tr></table>",
       "| A | |\n| --- | --- |\n| 1 | 2 |"},
  });
}

TEST(HtmlMarkdown, WhatDiscourseMakes) {
  expect_all({
      {"<p>Thanks <a class=\"mention\" href=\"/u/mira\">@mira</a> "
       "<img src=\"/e/smile.png\" class=\"emoji\" title=\":smile:\" alt=\":smile:\"></p>",
       "Thanks [@mira](https://forum.example.com/u/mira) :smile:"},
      {"<aside class=\"quote\" data-username=\"mira\"><div class=\"title\"><div "
       "class=\"quote-controls\">x</div>"
       "<img class=\"avatar\" src=\"/a.png\">mira:</div><blockquote><p>Hm</p></blockquote></aside>",
       "mira:\n\n> Hm"},
      {"<aside class=\"onebox\"><header class=\"source\"><a "
       "href=\"https://e.example/p\">e.example</a></header>"
       "<article class=\"onebox-body\"><h3><a href=\"https://e.example/p\">The "
       "page</a></h3><p>Text</p></article>"
       "</aside>",
       "[The page](https://e.example/p)"},
      {"<div class=\"lightbox-wrapper\"><a class=\"lightbox\" href=\"/up/full.png\"><img src=\"/up/s.png\" "
       "alt=\"shot\">"
       "<div class=\"meta\">shot 690x300</div></a></div>",
       "![shot](https://forum.example.com/up/full.png)"},
      {"<a href=\"https://e.example/\">e<span class=\"badge badge-notification clicks\">12</span></a>",
       "[e](https://e.example/)"},
  });
}

// What Markdown would take for markup.
TEST(HtmlMarkdown, TextStaysText) {
  expect_all({
      {"<p>*a* _b_ `c` [d](e) ~f~ a_b_c</p>", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ a_b_c"},
      {"<p># a</p><p>1. b</p><p>- c</p><p>&gt; d</p><p>+ e</p>",
       "\\# a\n\n1\\. b\n\n\\- c\n\n\\> d\n\n\\+ e"},
      {"<p>a<br>---</p><p>a<br>===</p>", "a\\\n\\---\n\na\\\n\\==="},
      {"<p>&lt;b&gt; &amp;amp; \\</p>", "\\<b> \\&amp; \\\\"},
      {"<p>http://a.example www.b.example</p>", "http\\://a.example www\\.b.example"},
      {"<p>{{ x }} {% y %} :::note</p>", "\\{{ x }} \\{% y %} \\:\\:\\:note"},
      {"<p>wow!<a href=\"https://a.example\">b</a></p>", "wow\\![b](https://a.example)"},
  });
}

// All characters that are no white space; those of tables' borders and of small letters are not compared.
std::string bare(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ' && c != '|') out += c;
  }
  return out;
}

std::string rendered_text(const std::string& markdown, bool strip_template_tags = false) {
  static const LinkResolver kNoLinks;
  const std::string path = "community/en/t/question.md";
  std::vector<Diagnostic> diagnostics;
  LinkRewriter links(path, Trust::stranger, "question-", kNoLinks, diagnostics);
  PageOptions options;
  options.min_heading_level = 3;
  Leftovers leftovers;
  const Page page = render_markdown({markdown, 1, path, "en", Trust::stranger, strip_template_tags, options},
                                    links, diagnostics, leftovers);
  EXPECT_TRUE(diagnostics.empty()) << markdown << "\n" << diagnostics.front().message;
  std::string text;
  for (const Section& section : page.sections) text += section.heading + "\n" + section.text + "\n";
  return text;
}

TEST(HtmlMarkdown, OurRendererGivesTheWordsBack) {
  const std::vector<std::string> samples = {
      "<p>Plain</p>",
      "<p>a*b* **c** __d__ _e_ `f` ~~g~~ [h](i) ![j](k) &lt;l&gt; &amp;lt; \\m \\* n|o</p>",
      "<p># h</p><p>## h ##</p><p>&gt; q</p><p>1) x</p><p>2. y</p><p>- z</p><p>+ z</p><p>* "
      "z</p><p>```</p><p>~~~</p>",
      "<p>a<br>---<br>b<br>===<br>c<br>| d | e |<br>|---|---|<br>:-:<br>- f<br>--:</p>",
      "<p>[^1] [ ] [x] [!NOTE] [a]: b</p><p>[a]: /b</p>",
      "<p>see http://a_b.example/c*d_e (www.x_y.example) ftp://q.example mail a_b@c.example</p>",
      "<p>{{ a }} {{{b}}} {% c %} ::: :::note ::::: [!INCLUDE [d](e)] &lt;!-- f --&gt;</p>",
      "<p>한국어<b>강조</b>입니다 그리고 "
      "<b>\"인용\"</b>도</p><p>日本語の<strong>「強調」</strong>です。<em>全角</em>も</p>",
      "<p>x<b>!</b>y<i>(z)</i>w <b>a<i>b</i></b>c<i>d<b>e</b></i>f <b>g</b><i>h</i>i</p>",
      "<p><b>a <code>b*c</code> d</b> <i><a href=\"https://a.example\">l_i_n_k</a></i><b><a "
      "href=\"/x\">y</a></b></p>",
      "<p><code>``</code> <code> a </code> <code>`b`</code> <code>\\</code> <code>a|b\\|c</code> "
      "<code>*x*</code></p>",
      "<ul><li>a<ul><li>b<ol start=7><li>c</li></ol></li></ul></li><li><p>d</p><pre>\te\n\n  "
      "f</pre></li></ul><ul><li>g</li></ul>",
      "<ol><li># a</li><li>- b</li><li>3. c</li><li><blockquote>d<pre>e\n\n&gt; "
      "f</pre></blockquote></li><li><hr>x</li></ol>",
      "<ol "
      "start=\"0\"><li><h2>h</h2>t</li><li><table><tr><th>a|b</th><th>`c|d`</th></tr><tr><td>\\|</td></tr></"
      "table></li></ol>",
      "<blockquote><blockquote><p>a</p></blockquote><ul><li>b</li></ul><pre>```\nc\n```</pre></"
      "blockquote><blockquote>d</blockquote>",
      "<table><tr><td>a<br>b</td><td><code>x|y</code> z\\| <b>w|v</b></td></tr><tr><td><a "
      "href=\"/p|q\">r|s</a></td></tr></table>",
      "<pre><code>``` js\n~~~\n    four\n\ttab</code></pre><p>after</p>",
      "<h1>A *b* `c` &lt;d&gt; #</h1><p>x</p><h4>1. E</h4><h2>- F</h2>",
      "<p>tail<i> spaced </i>words <b> both "
      "</b>ends</p><div>a<p>b</p>c<table><tr><td>d</td></tr></table>e</div>",
      "<p>one&nbsp;two &copy; &hellip; &euro; &#8212; &#x1F600;</p>",
      "<details><summary>S "
      "*t*</summary>u<pre>v</pre></details><dl><dt>w</dt><dd>x<ul><li>y</li></ul></dd></dl>",
      "<p>a<sup>note one two</sup> b<sub>x y z</sub></p><p><s>a</s><del>~b~</del> c<strike>d</strike>e</p>",
      "<b>a<p>b</p>c<ul><li>d</li></ul></b><a href=\"/q\">e<p>f</p>g</a>",
      "<p>1986. A year</p><p>-</p><p>+</p><p>#</p><p>=</p><p>1.</p><p>:</p><p>***</p><p>* * *</p><p>_ _ "
      "_</p>",
      "text <p>unclosed <b>bold <li>stray item <td>stray cell </i> & < > \" '",
      "<p>!<a href=\"/a\">b</a> !<a href=\"/c\">d</a>! [<a href=\"/e\">f]g</a>]</p>",
      "<p>www.a.example. wwwww.b http://c.example/;d=e&amp;f;g https:// ://</p>",
  };
  for (const std::string& html : samples) {
    const std::string markdown = markdown_of(html);
    EXPECT_EQ(bare(rendered_text(markdown, true)), bare(text_of(HtmlTree(html).root()))) << html << "\n"
                                                                                         << markdown;
  }
}

// HTML made of pieces that are awkward beside and inside of each other.
class RandomHtml {
 public:
  explicit RandomHtml(uint32_t seed) : random_(seed) {}

  std::string blocks(int depth) {
    std::string out;
    for (uint32_t i = 0; i <= pick(3); ++i) out += block(depth);
    return out;
  }

 private:
  uint32_t pick(uint32_t below) { return static_cast<uint32_t>(random_() % below); }

  std::string words() {
    static const std::vector<std::string> kWords = {
        "word", " ",  "*",      "_",     "**",       "`",       "``",   "[",       "]",    "(x)", "!",
        "\\",   "|",  "~",      "&lt;",  "&gt;",     "#",       "- ",   "1. ",     "+",    "---", "===",
        "\n",   "ab", ".",      "&amp;", "&amp;lt;", "://",     "www.", "{{",      "}}",   "{%",  "한국",
        "，",   "\"", "&nbsp;", "@",     "^",        "&copy;b", "=",    "http://", "a_b_", "x*y*"};
    std::string out;
    for (uint32_t i = 0; i <= pick(4); ++i) out += kWords[pick(static_cast<uint32_t>(kWords.size()))];
    return out;
  }

  std::string inlines(int depth) {
    std::string out;
    for (uint32_t i = 0; i <= pick(4); ++i) {
      switch (depth > 0 ? pick(9) : 0) {
        case 1:
          out += "<b>" + inlines(depth - 1) + "</b>";
          break;
        case 2:
          out += "<i>" + inlines(depth - 1) + "</i>";
          break;
        case 3:
          out += "<del>" + inlines(depth - 1) + "</del>";
          break;
        case 4:
          out += "<code>" + words() + "</code>";
          break;
        case 5:
          out += "<a href=\"https://a.example/" + words() + "\">" + inlines(0) + "</a>";
          break;
        case 6:
          out += "<br>";
          break;
        default:
          out += words();
      }
    }
    return out;
  }

  std::string block(int depth) {
    switch (pick(depth > 0 ? 11 : 6)) {
      case 0:
        return "<pre>" + words() + "\n" + words() + "</pre>";
      case 1:
        return "<h3>" + inlines(1) + "</h3>";
      case 2:
        return inlines(2);
      case 6:
        return "<ul><li>" + inlines(1) + blocks(depth - 1) + "</li><li>" + inlines(1) + "</li></ul>";
      case 7:
        return "<ol><li>" + blocks(depth - 1) + "</li><li>" + blocks(depth - 1) + "</li></ol>";
      case 8:
        return "<blockquote>" + blocks(depth - 1) + "</blockquote>";
      case 9:
        return "<table><tr><th>" + inlines(2) + "</th></tr><tr><td>" + inlines(2) + "</td></tr></table>";
      default:
        return "<p>" + inlines(3) + "</p>";
    }
  }

  std::mt19937 random_;
};

TEST(HtmlMarkdown, OurRendererGivesTheWordsOfRandomHtmlBack) {
  int failures = 0;
  for (uint32_t seed = 0; seed < 3000 && failures < 5; ++seed) {
    const std::string html = RandomHtml(seed).blocks(2);
    const std::string markdown = markdown_of(html);
    const std::string want = bare(text_of(HtmlTree(html).root()));
    const std::string got = bare(rendered_text(markdown));
    EXPECT_EQ(got, want) << "seed " << seed << "\n" << html << "\n-----\n" << markdown;
    failures += got != want;
  }
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(HtmlMarkdown, HostileHtmlIsPlainText) {
  const std::vector<std::string> samples = {
      repeated("<div>", 50'000) + "deep",
      repeated("<b>", 100'000) + "deep",
      repeated("<blockquote>", 30'000) + "deep",
      "<table>" + repeated("<tr>" + repeated("<td>x", 90), 300) + "</table>",
      "<table><tr>" + repeated("<td>x", 101) + "</table>",
  };
  for (const std::string& html : samples) {
    const ConvertedHtml result = html_to_markdown(html, site());
    EXPECT_NE(result.problem, "");
    EXPECT_FALSE(result.markdown.empty());
  }
}

TEST(HtmlMarkdown, HostileHtmlTakesNoLongTime) {
  std::string attributes = "<a";
  for (int i = 0; i < 60'000; ++i) attributes += " a" + std::to_string(i);
  const std::vector<std::string> samples = {
      attributes + ">x</a>",
      repeated("<a href=x>", 50'000),
      repeated("<ul><li>", 60'000),
      repeated("<b>x</i>", 60'000),
      repeated("<i>a</i><b>b</b>", 30'000),
      repeated("<br>", 120'000),
      repeated("<", 500'000),
      repeated("&", 500'000),
      repeated("<!--", 120'000),
      repeated("<sup><sub>", 50'000),
      repeated("*", 500'000),
      repeated("<blockquote>", 11) + "<pre>" + repeated("\n", 400'000) + "x</pre>",
      repeated("<ul><li>", 11) + "<pre>" + repeated("\nx", 200'000) + "x</pre>",
      "<table><caption>" + repeated("<table><caption>", 30'000),
      repeated("<p>x<aside class=onebox>", 20'000),
  };
  for (const std::string& html : samples) {
    ASSERT_LE(html.size(), 2 * kMaxHtmlBytes);
    EXPECT_LE(html_to_markdown(html, site()).markdown.size(), 1'500'000u) << html.substr(0, 40);
  }
}

// Lists and quotes that are nested deeper than a reader follows stay on the deepest level.
TEST(HtmlMarkdown, DeepListsAreFlattened) {
  const std::string markdown = markdown_of(repeated("<ul><li>a", 40));
  EXPECT_EQ(bare(rendered_text(markdown)), repeated("a", 40));
}

}  // namespace
}  // namespace signpost
