// hostile_input_test.cc - input made to be slow, deep or confusing: time and output stay in proportion.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "base/sanitized_build.h"
#include "base/utf8.h"
#include "content/identity.h"
#include "tests/unit/content/html_oracle.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;

std::string repeated(const std::string& unit, size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

void expect_sound(const Document& document) {
  EXPECT_EQ(first_invalid_utf8(document.html), std::string::npos);
  for (const Section& section : document.sections) {
    EXPECT_EQ(first_invalid_utf8(section.text), std::string::npos);
    EXPECT_EQ(first_invalid_utf8(section.heading), std::string::npos);
  }
}

// What is quadratic takes minutes of processor time at this size; a sanitizer, ten times slower, gets less to
// do.
constexpr size_t kBytes = kSanitizedBuild ? 25'000 : 100'000;
constexpr double kMaxSeconds = 10;

// Repetitions of each of these once made some Markdown or HTML tool slow.
TEST(HostileInput, StaysInProportion) {
  const char* const kUnits[] = {
      "<div>",
      "</div>",
      "<b>",
      "<a>",
      "<table><tr><td>",
      "<ul><li>",
      "<p>",
      "<svg>",
      "<script>",
      "<a href=\"",
      "<!--",
      "<!",
      "<?",
      "<img src=x alt='",
      "&amp;",
      "&",
      "<x ",
      "<x a='",
      "# a\n",
      "## {#a}\n",
      "a\n=\n",
      "- ",
      "+\n",
      "1. a\n",
      "***",
      "~~a",
      "|",
      "|a\n",
      "a|b\n-|-\n",
      "- [ ] a\n",
      "\\",
      "`",
      "``a` ",
      "```\n",
      "<details>\n\n",
      "> [!NOTE]\n",
      "{{",
      "{%x%}",
      "{% hint %}",
      "{% hint %}\n",
      "{{< note >}}{{< /tip >}}",
      ":::note\n",
      "::::note\n:::\n",
      ":::x\n::::\n",
      "/// note\n",
      "!!! note\n",
      "!!! note\n    ",
      "=== \"a\"\n\n    ",
      "> [!note]-\n> ",
      "{: .note }\na\n",
      "a{:.b}",
      "[a](b){",
      "[a](b){:\"",
      "![](a =1x)",
      "$$\n",
      "\\(",
      "$a",
      "<div markdown>\n",
      "<?box note?>\n",
      "++a",
      "[^1]",
      "http://a.b ",
      "www.",
      "[a](b) ",
      "![",
      "![a](b)",
      "<https://a>",
      "<h2>a</h2>",
      "<a id=x>",
      "<br>",
      "<iframe src=//x>",
      ":::image ",
      "[!INCLUDE[",
      "a\n\n",
  };
  for (const char* unit : kUnits) {
    const std::string text = repeated(unit, kBytes);
    for (const bool post : {false, true}) {
      const std::clock_t start = std::clock();  // of this process: others may be busy
      const ParseResult r = post ? testing::parse_posts({{"help/en/start/question.md", text}})
                                 : testing::parse(text, testing::site_of_all_dialects());
      const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
      ASSERT_TRUE(r.document) << unit;
      EXPECT_LT(seconds, kMaxSeconds) << unit << " as a post: " << post;
      EXPECT_LT(r.document->html.size(), 12'000'000u) << unit;
      expect_sound(*r.document);
    }
  }
}

// cmark itself takes the square of these; at sizes that a post has, it must not be felt.
TEST(HostileInput, DeepNestingIsNoRecursion) {
  for (const char* unit : {">", "> ", "- > ", "[", "*a ", "_a ", "**a ", "![a", "1. ", "[a](", "<div><b>"}) {
    const std::string text = repeated(unit, 20'000) + "x";
    const ParseResult r = testing::parse("---\ntitle: T\n---\n" + text);
    ASSERT_TRUE(r.document) << unit;
    expect_sound(*r.document);
  }
}

TEST(HostileInput, NestedElementsAreCapped) {
  const std::string html = testing::html_of("<div>" + repeated("<div>", 50'000) + "deep");
  EXPECT_LT(html.size(), 5'000u);
  EXPECT_THAT(html, ::testing::HasSubstr("deep"));
}

// Random pieces of markup put together: whatever comes out holds only what is allowed, in both worlds.
TEST(HostileInput, RandomMarkupIsSanitised) {
  const char* const kPieces[] = {
      "<",
      ">",
      "\"",
      "'",
      "&",
      "=",
      "/",
      "<!--",
      "-->",
      "\n<?box note?>\n",
      "\n<?fold x bare?>\n<?title?>\n",
      "\n<?/title?>\n",
      "\n<?/box?>\n",
      "\n:::tip [",
      "\n:::\n",
      "{#a onclick=b}",
      "<![CDATA[",
      "]]>",
      "<script>",
      "</script>",
      "<style>",
      "</style>",
      "<svg>",
      "</svg>",
      "<math>",
      "<mtext>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<p>",
      "</p>",
      "<a href=",
      "javascript:",
      "onerror=",
      "<img src=",
      "shot.png",
      "<b",
      "<div ",
      "id=",
      "title=",
      "<h1>",
      "</h1>",
      "<li>",
      "<ul>",
      "</ul>",
      "<details>",
      "<summary>",
      "\n",
      "\n\n",
      "- ",
      "> ",
      "# ",
      "```",
      "`",
      "*",
      "**",
      "[",
      "](",
      ")",
      "![",
      "{{",
      "}}",
      "{%",
      "%}",
      "|",
      "---",
      " ",
      "text",
      "&#106;",
      "&lt;",
      "&colon;",
      "\\",
      "<iframe src=",
      "https://e.com",
      "[^1]",
      "[^1]: ",
      "{#x}",
      "<select>",
      "<template>",
      "<noscript>",
      "<textarea>",
      "<title>",
      "<a name=",
      "<pre>",
      "</pre>",
      "<code>",
      "<br/>",
      "한",
      "\xEF\xBF\xBE",
      "~~",
      "<form>",
      "<input ",
      "<base ",
      "<x-y>",
      "\t",
      "    ",
  };
  std::mt19937 random(20240229);
  for (int round = 0; round < 4'000; ++round) {
    std::string text;
    const size_t pieces = 3 + random() % 40;
    for (size_t i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
    const std::string html = testing::html_of(text, testing::stripping_site());
    ASSERT_THAT(testing::violations(html, false), IsEmpty()) << text << "\n=> " << html;
    const std::string post = testing::post_html(text);
    ASSERT_THAT(testing::violations(post, true), IsEmpty()) << text << "\n=> " << post;
    ASSERT_EQ(first_invalid_utf8(html), std::string::npos);
  }
}

// Random bytes: never a crash, always a document or an error.
TEST(HostileInput, RandomBytesAreSurvived) {
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes = round % 2 == 0 ? "---\n" : "";
    const size_t size = random() % 300;
    for (size_t i = 0; i < size; ++i) {
      bytes += static_cast<char>(round % 4 < 2 ? random() % 256 : " -:#\n'\"[]{}&*|>abc"[random() % 19]);
    }
    const ParseResult r = testing::parse(bytes);
    EXPECT_TRUE(r.document || !r.diagnostics.empty());
    if (r.document) expect_sound(*r.document);
    read_identity(bytes);
  }
}

}  // namespace
}  // namespace signpost
