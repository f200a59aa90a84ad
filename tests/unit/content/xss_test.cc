// xss_test.cc - nothing that runs, loads or pretends gets through, whoever wrote it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "content/ids.h"
#include "tests/unit/content/html_oracle.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using testing::html_of;
using ::testing::IsEmpty;
using testing::post_html;
using testing::violations;

const char* const kPayloads[] = {
    // scripts and their kin
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//e.com/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "a <script>alert(1)",
    "<<script>alert(1)//<</script>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<style><img src=x onerror=alert(1)></style>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\">",
    "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
    "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
    "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)></template>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x></applet>",
    "<base href=//e.com/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//e.com/x.css>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input type=image src=x onerror=alert(1)>",
    "<isindex action=javascript:alert(1)>",
    "<frameset onload=alert(1)><frame src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<html onclick=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<select onfocus=alert(1) autofocus><option>x</select>",
    "<keygen onfocus=alert(1) autofocus>",
    "<portal src=javascript:alert(1)>",
    // attributes
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror='alert(1)'>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=shot.png/onerror=alert(1)>",
    "<img src=\"shot.png\"onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=x:x onerror\n=\nalert(1)>",
    "<p style=background:url(javascript:alert(1))>x</p>",
    "<p style=position:fixed;inset:0>x</p>",
    "<b onmouseover=alert(1)>x</b>",
    "<a href=# onclick=alert(1)>x</a>",
    "<a title='\" onmouseover=alert(1) x=\"' href=#>x</a>",
    "<p title='--><img src=x onerror=alert(1)>'>x</p>",
    "<p title=\"</p><img src=x onerror=alert(1)>\">x</p>",
    "<img srcset='x 1x' sizes=x src=x>",
    "<p class='admonition warning'>x</p>",
    "<a target=_blank href=https://e.com rel=opener>x</a>",
    "<img alt='`><script>alert(1)</script>' src=shot.png>",
    "<td background=javascript:alert(1)>x</td>",
    "<table background=javascript:alert(1)><tr><td>x</table>",
    "<a ping=//e.com href=#>x</a>",
    "<img src=shot.png usemap=#m longdesc=javascript:x lowsrc=javascript:x dynsrc=javascript:x>",
    "<blockquote cite=javascript:alert(1)>x</blockquote>",
    "<div is=x-y slot=z>x</div>",
    // clobbering
    "<img name=body src=shot.png>",
    "<a id=location name=location href=#>x</a><a id=location>y</a>",
    "<form id=x><input name=parentNode></form>",
    "<p id='a b'>x</p><p id='\"><script>'>y</p>",
    // URLs in raw HTML
    "<a href=javascript:alert(1)>x</a>",
    "<a href='JAVASCRIPT:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='&#x6a;avascript:alert(1)'>x</a>",
    "<a href='&#0000106avascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='java&Tab;script:alert(1)'>x</a>",
    "<a href='java&NewLine;script:alert(1)'>x</a>",
    "<a href=' &#1;javascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='data:image/png;base64,AAAA'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
    "<img src='data:text/html;base64,AAAA'>",
    "<img src=javascript:alert(1)>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='jar:x'>x</a>",
    "<a href='filesystem:x'>x</a>",
    // URLs in Markdown
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#9;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1))",
    "[x](\\javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x]\n\n[x]: javascript:alert(1)",
    "[x]: javascript:alert(1) 'x'\n\n[x]",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](data:text/html,x)",
    "![x\" onerror=\"alert(1)](shot.png)",
    "![x](shot.png \"\\\" onerror=\\\"alert(1)\")",
    "[x](https://e.com \"\\\" onclick=\\\"alert(1)\")",
    "[x](https://e.com/\"onclick=\"alert(1))",
    "[x](https://e.com/<script>alert(1)</script>)",
    "[![x](javascript:a)](javascript:b)",
    "![x](//e.com/track.gif)",
    "![x](https://e.com/track.gif)",
    // headings, code, footnotes
    "## <img src=x onerror=alert(1)>",
    "## x {#\"onclick=alert(1)}",
    "## x {#a'b<c>}",
    "## <a name='\"><script>alert(1)</script>'></a>x",
    "```\"><script>alert(1)</script>\nx\n```",
    "```js\" onclick=\"alert(1)\nx\n```",
    "```html\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "x[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: y",
    "## fn-1\n\nx[^1]\n\n[^1]: y",
    "> [!NOTE\"><script>alert(1)</script>]\n> x",
    // foreign content and parsers that disagree
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<svg><p><style><g title=\"</style><img src onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><math><table id=\"</table>\"><img src onerror=alert(1)\">",
    "<math href=javascript:alert(1)>x</math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
    "<table><td><svg><desc><td></desc><style><td></style><img src=x onerror=alert(1)>",
    "<p><table><a href=x><tr><td><a href=y>z</table>",
    "<table><script>alert(1)</script><tr><td>x</td></tr></table>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--!><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href=javascript:alert(1)?><img src=x onerror=alert(1)>",
    "<!doctype html [<!ENTITY x '<script>alert(1)</script>'>]>",
    "</p><script>alert(1)</script>",
    "</div></main></body><script>alert(1)</script>",
    "<b <script>alert(1)</script>0",
    "<a href=\"x\n\n<script>alert(1)</script>",
    "<div\n\n<img src=x onerror=alert(1)>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    ("\xEF\xBC\x9Cscript\xEF\xBC\x9E"
     "alert(1)"),
    "<img src=x onerror=alert(1)//",
    "a\x00<script>alert(1)</script>",
    "{{constructor.constructor('alert(1)')()}}",
};

std::vector<std::string> all_payloads() {
  std::vector<std::string> all(std::begin(kPayloads), std::end(kPayloads));
  // Each also where it meets other structure.
  for (const char* payload : kPayloads) {
    const std::string p = payload;
    all.push_back("text " + p + " text");
    all.push_back("- item\n\n  " + p + "\n\n- item");
    all.push_back("> " + p);
    all.push_back("| a |\n|---|\n| " + p + " |");
    all.push_back("**" + p + "**");
    all.push_back("[" + p + "](https://e.com)");
    all.push_back("![" + p + "](shot.png)");
    all.push_back("# " + p);
    all.push_back("<div>" + p + "</div>");
    all.push_back("<details><summary>" + p + "</summary>\n\n" + p + "\n\n</details>");
    all.push_back("<table><tr><td>" + p + "</td></tr></table>");
    all.push_back("<svg>" + p + "</svg>" + p);
    all.push_back("{{< figure src=\"" + p + "\" alt=\"" + p + "\" >}}");
    all.push_back("a {{Glossary(\"x\", \"" + p + "\")}} b");
    all.push_back(":::image type=\"content\" source=\"" + p + "\" alt-text=\"" + p + "\":::");
  }
  return all;
}

TEST(Xss, NothingGetsThroughAnArticle) {
  EXPECT_GE(std::size(kPayloads), 60u);
  for (const std::string& payload : all_payloads()) {
    for (const Site& site : {Site(), testing::stripping_site()}) {
      const std::string html = html_of(payload, site);
      EXPECT_THAT(violations(html, false), IsEmpty()) << payload << "\n=> " << html;
    }
  }
}

TEST(Xss, NothingGetsThroughAPost) {
  for (const std::string& payload : all_payloads()) {
    const std::string html = post_html(payload);
    EXPECT_THAT(violations(html, true), IsEmpty()) << payload << "\n=> " << html;
  }
}

// What others have published (tests/data/xss), in the places that Markdown has.
TEST(Xss, NothingPublishedGetsThrough) {
  size_t payloads = 0;
  for (const char* file : {"dompurify.json", "owasp.json"}) {
    std::ifstream list(std::string(SIGNPOST_SOURCE_DIR "/tests/data/xss/") + file);
    for (const std::string p : nlohmann::json::parse(list)) {
      ++payloads;
      for (const std::string& text :
           {p, "## " + p + "\n\nx", "| a |\n|---|\n| " + p + " |", "![" + p + "](shot.png \"" + p + "\")",
            "[" + p + "](<" + p + ">)", "<h2>" + p + "\n\n# " + p + "\n\n</h2>",
            "> **" + p + "** x[^1]\n\n[^1]: " + p}) {
        EXPECT_THAT(violations(html_of(text), false), IsEmpty()) << text;
        EXPECT_THAT(violations(post_html(text), true), IsEmpty()) << text;
      }
    }
  }
  EXPECT_GT(payloads, 350u);
}

TEST(Xss, MetadataIsText) {
  const ParseResult r = testing::parse(
      "---\ntitle: \"<script>alert(1)</script>\"\nsummary: \"<img src=x onerror=alert(1)> *hi*\"\nid: "
      "\"\\\"><script>\"\n---\nx");
  EXPECT_EQ(r.document->title, "<script>alert(1)</script>");  // a text, which templates escape
  EXPECT_EQ(r.document->summary, "hi");
  EXPECT_TRUE(is_valid_id(r.document->id));
}

// The oracle itself must see what it is there for.
TEST(Xss, TheOracleSees) {
  for (const char* html : {"<script>x</script>", "<p onclick=x>", "<a href=javascript:x>y</a>", "<svg></svg>",
                           "<img src=x onerror=y>", "<p id=a></p><p id=a></p>", "<!-- c -->",
                           "<iframe></iframe>", "<img src='data:image/svg+xml;base64,A'>", "<h1>x</h1>"}) {
    EXPECT_FALSE(violations(html, false).empty()) << html;
  }
  EXPECT_FALSE(violations("<a href=https://e.com>x</a>", true).empty());
  EXPECT_FALSE(violations("<img src=https://e.com/a.png>", true).empty());
  EXPECT_THAT(violations("<p>a <b>b</b> <a href=\"/x\">c</a></p>", false), IsEmpty());
}

}  // namespace
}  // namespace signpost
