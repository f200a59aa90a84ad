#include "content/source_filter.h"

#include <gtest/gtest.h>

#include "base/sanitized_build.h"
#include "content/template_tags.h"

namespace signpost {
namespace {

std::string filtered(const std::string& text, bool tags = true) {
  SourceLines lines;
  const FilterOptions options{tags, "en"};
  return filter_source(text, options, lines);
}

TEST(SourceFilter, LeavesNoTagsInText) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a {{x}} b", "a b"},
      {"a {% x %}, b", "a, b"},
      {"**a {% x %}**", "**a**"},
      {"{{APIRef(\"DOM\")}}\n\ntext", "\ntext"},
      {"text\n\n{{Compat}}\n\nmore", "text\n\n\nmore"},
      {"- {{domxref(\"Node.a\")}}\n  - : b", "- `Node.a`\n  - : b"},
      {"See {{domxref(\"Node.a\", \"a()\")}}.", "See `a()`."},
      {"{{HTMLElement(\"a\")}} and {{Glossary(\"URL\")}}", "`<a>` and URL"},
      {"`{{code}}` {{text}}", "`{{code}}` "},
      {"``{{ ` }}`` x", "``{{ ` }}`` x"},
      {"```\n{{code}}\n```\n{{text}}", "```\n{{code}}\n```\n"},
      {"a\n\n    {{code}}\n", "a\n\n    {{code}}\n"},
      {"- a\n\n    {{< text >}}\n", "- a\n\n"},
      {"1. a\n{% if x %}\n2. b\n{% endif %}\n3. c", "1. a\n2. b\n3. c"},
      {"| a |\n|---|\n{% if x %}\n| b |\n{% endif %}", "| a |\n|---|\n| b |\n"},
      {"{% raw %}{{ keep }}{% endraw %} {{ drop }}", "{{ keep }} "},
      {"{{< glossary_tooltip text=\"Pod\" term_id=\"pod\" >}}s", "Pods"},
      {"{{< glossary_tooltip term_id=\"kube-proxy\" >}}", "kube proxy"},
      {"## {{% heading \"whatsnext\" %}}", "## What's next"},
      {"[a]({{< ref \"/docs/x\" >}})", "[a](/docs/x)"},
      {"a {{< comment >}}hidden{{< /comment >}} b", "a b"},
      {"a {{\n\nb }}", "a {{\n\nb }}"},
      {"a \\{{b}}", "a \\{{b}}"},
      {"a {{b", "a {{b"},
      {"a {b} {{}} c", "a {b} c"},
  };
  for (const Case& c : cases) EXPECT_EQ(filtered(c.in), c.want) << c.in;
}

TEST(SourceFilter, StripsTheTagsOfDialects) {
  struct Case {
    DialectSet dialects;
    const char* want;
  };
  const char* text = "a {{ m }} b {% l %} c {{< s >}} d {{#include x}} e";
  const Case cases[] = {
      {{}, "a {{ m }} b {% l %} c {{< s >}} d {{#include x}} e"},
      {{Dialect::mkdocs}, "a {{ m }} b {% l %} c {{< s >}} d {{#include x}} e"},
      {{Dialect::hugo}, "a {{ m }} b {% l %} c d {{#include x}} e"},
      {{Dialect::gitbook}, "a {{ m }} b c {{< s >}} d {{#include x}} e"},
      {{Dialect::jekyll}, "a b c {{< s >}} d e"},
      {{Dialect::mdbook}, "a {{ m }} b {% l %} c {{< s >}} d e"},
  };
  for (const Case& c : cases) {
    SourceLines lines;
    EXPECT_EQ(filter_source(text, {false, "en", c.dialects}, lines), c.want) << names_of(c.dialects).size();
    EXPECT_EQ(needs_filter(text, {false, "en", c.dialects}),
              c.dialects != DialectSet() && !c.dialects.has(Dialect::mkdocs));
  }
}

TEST(SourceFilter, StripsTagsOnlyWhenAsked) {
  EXPECT_EQ(filtered("a {{x}} b {% y %}", false), "a {{x}} b {% y %}");
  EXPECT_FALSE(needs_filter("a {{x}}", {false, "en"}));
  EXPECT_TRUE(needs_filter("a {{x}}", {true, "en"}));
  EXPECT_TRUE(needs_filter("a <!-- x -->", {false, "en"}));
  EXPECT_FALSE(needs_filter("plain *text* [a](b)", {true, "en"}));
}

TEST(SourceFilter, ReadsTagsInAddresses) {
  struct Case {
    const char* in;
    const char* want;
    const char* stripped;  // of a site that strips tags
  };
  const Case cases[] = {
      {"[a]({{ site.baseurl }}/b)", "[a](/b)", "[a](/b)"},
      {"[a]({{ site.url }}{{ site.baseurl }}/b \"T\")", "[a](/b \"T\")", "[a](/b \"T\")"},
      {"![a]({{ '/b.png' | relative_url }})", "![a](/b.png)", "![a](/b.png)"},
      {"[a]({% link b.md %}#c)", "[a](/b.md#c)", "[a](/b.md#c)"},
      {"[a]: {{ site.baseurl }}/b", "[a]: /b", "[a]: /b"},
      {"[a](<{{ site.baseurl }}/b c>)", "[a](</b c>)", "[a](</b c>)"},
      {"<a href=\"{{ site.baseurl }}/b\">x</a>", "<a href=\"/b\">x</a>", "<a href=\"/b\">x</a>"},
      {"[a]({{< ref \"b.md\" >}})", "[a](@ref/b.md)", "[a](@ref/b.md)"},
      {"[a]({{ page.b }}/c)", "[a]({{page.b}}/c)", "[a](/c)"},
      {"[a](b) {{ c }}", "[a](b) {{ c }}", "[a](b)"},
      {"`[a]({{ site.baseurl }}/b)`", "`[a]({{ site.baseurl }}/b)`", "`[a]({{ site.baseurl }}/b)`"},
  };
  for (const Case& c : cases) {
    SourceLines lines;
    EXPECT_EQ(filter_source(c.in, {false, "en"}, lines), c.want) << c.in;
    std::string stripped = filter_source(c.in, {true, "en"}, lines);
    stripped.resize(stripped.find_last_not_of(' ') + 1);
    EXPECT_EQ(stripped, c.stripped) << c.in;
  }
}

TEST(SourceFilter, TakesCommentsOut) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a <!-- x --> b", "a b"},
      {"a\n<!-- x -->\nb", "a\n<!---->\nb"},  // still ends the paragraph
      {"a\n<!-- x\n\ny -->\nb", "a\n<!---->\nb"},
      {"a <!-- x\n\ny --> b", "a b"},
      {"<!-- x --> b", " b"},
      {"`<!-- x -->`", "`<!-- x -->`"},
      {"```\n<!-- x -->\n```", "```\n<!-- x -->\n```"},
      {"<!-- ```\nx\n``` -->\nb {{c}}", "<!---->\nb "},
      {"| a |\n|---|\n| b |\n<!-- | c | -->\n| d |", "| a |\n|---|\n| b |\n| d |"},
      {"<!-- never", "<!-- never"},
  };
  for (const Case& c : cases) EXPECT_EQ(filtered(c.in), c.want) << c.in;
}

TEST(SourceFilter, KeepsTheNumbersOfLines) {
  const std::string in = "one\n<!-- a\nb\nc -->\nfive\n{% x %}\n\neight `a\nb` {{x}}\nten\n";
  SourceLines lines(11);
  const std::string out = filter_source(in, {true, "en"}, lines);
  int line = 1;
  for (size_t pos = 0; pos < out.size(); ++line) {
    const size_t end = out.find('\n', pos);
    const std::string text = out.substr(pos, end - pos);
    if (text == "one") {
      EXPECT_EQ(lines.file_line(line), 11);
    }
    if (text == "five") {
      EXPECT_EQ(lines.file_line(line), 15);
    }
    if (text == "eight `a") {
      EXPECT_EQ(lines.file_line(line), 18);
    }
    if (text == "ten") {
      EXPECT_EQ(lines.file_line(line), 20);
    }
    pos = end + 1;
  }
  EXPECT_EQ(out, "one\n<!---->\nfive\n\neight `a\nb` \nten\n");
}

TEST(SourceFilter, CountsLinesWhenNothingMoved) {
  const SourceLines lines(5);
  EXPECT_EQ(lines.file_line(1), 5);
  EXPECT_EQ(lines.file_line(3), 7);
  EXPECT_EQ(lines.file_line(0), 5);
}

TEST(SourceFilter, WritesOtherDialectsAsMarkdown) {
  EXPECT_EQ(filtered(":::image type=\"content\" source=\"a.png\" alt-text=\"A\":::\n"), "![A](<a.png>)\n");
  EXPECT_EQ(filtered("a\n\n::: moniker range=\"x\"\n\nb"), "a\n\n<!---->\n\nb");
  EXPECT_EQ(filtered("a [!INCLUDE [n](n.md)] b"), "a b");
  EXPECT_EQ(filtered("> [!NOTE]\n> a"), "> [!NOTE]\n> a");
  EXPECT_EQ(filtered("a ::: b :: c"), "a ::: b :: c");
}

TEST(StripTemplateTags, WorksOnOneLine) {
  EXPECT_EQ(strip_template_tags("About {% data x %} and {{y}}"), "About and");
  EXPECT_EQ(strip_template_tags("No {tags} here"), "No {tags} here");
  EXPECT_EQ(strip_template_tags(""), "");
}

// Every one of these would cost the square of its length with a scan from each opening mark.
TEST(SourceFilter, StaysLinear) {
  for (const char* unit :
       {"{{", "{%", "`", "``a`", "<!--", "[!INCLUDE[", ":::image \"", "\\", "{{a\n", "<!-- a\n"}) {
    std::string text;
    while (text.size() < (kSanitizedBuild ? 500'000 : 2'000'000)) text += unit;
    filtered(text);
  }
}

}  // namespace
}  // namespace signpost
