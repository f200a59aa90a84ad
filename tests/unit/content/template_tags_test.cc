#include "content/template_tags.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(TemplateTags, KeepWhatAReaderNeeds) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"{{domxref(\"Node.firstChild\")}}", "`Node.firstChild`"},
      {"{{ DOMxRef('Node.firstChild', 'firstChild') }}", "`firstChild`"},
      {"{{jsxref(\"Array/map\", \"map()\", \"\", 1)}}", "`map()`"},
      {"{{cssxref(\"&lt;length&gt;\")}}", "`<length>`"},
      {"{{SVGElement(\"a\")}}", "`<a>`"},
      {"{{Glossary(\"HTTP header\", \"headers\")}}", "headers"},
      {"{{Glossary(\"*x*\")}}", "\\*x\\*"},
      {"{{RFC(2616)}}", ""},
      {"{{RFC(\"2616\")}}", "RFC 2616"},
      {"{{EmbedLiveSample(\"Example\", 100)}}", ""},
      {"{{APIRef(\"DOM\")}}", ""},
      {"{{Compat}}", ""},
      {"{{ReadOnlyInline}}", ""},
      {"{{ .Values.x }}", ""},
      {"{% data variables.product %}", ""},
      {"{% link \"x\" %}", ""},
      {"{% link _docs/a.md %}", "/_docs/a.md"},
      {"{{% glossary-term \"page kind\" %}}", "page kind"},
      {"{{< glossary_tooltip text=\"pods\" term_id=\"pod\" >}}", "pods"},
      {"{{<glossary_tooltip term_id='pod' text='노드'>}}", "노드"},
      {"{{< link text=\"A\" url=\"https://e.com\" >}}", "[A](<https://e.com>)"},
      {"{{< figure src=\"/a.png\" alt=\"B\" >}}", "![B](</a.png>)"},
      {"{{< relref \"x.md\" >}}", "x.md"},
      {"{{% tab name=\"Linux\" %}}", "**Linux**"},
      {"{{< note >}}", ""},
      {"{{< /note >}}", ""},
      {"{{< include \"a.md\" >}}", ""},
  };
  for (const Case& c : cases) {
    const TemplateTag tag = read_template_tag(c.in);
    EXPECT_EQ(tag.length, std::string_view(c.in).size()) << c.in;
    EXPECT_EQ(template_tag_text(tag, "en"), c.want) << c.in;
  }
}

TEST(TemplateTags, SpeakTheLanguageOfTheArticle) {
  const TemplateTag tag = read_template_tag("{{% heading \"prerequisites\" %}}");
  EXPECT_EQ(template_tag_text(tag, "en"), "Before you begin");
  EXPECT_EQ(template_tag_text(tag, "ko"), "시작하기 전에");
  EXPECT_EQ(template_tag_text(tag, "ja"), "始める前に");
}

TEST(TemplateTags, AreAddresses) {
  struct Case {
    const char* in;
    const char* want;  // "!": only the generator knows
  };
  const Case cases[] = {
      {"{{ site.baseurl }}", ""},
      {"{{site.url}}", ""},
      {"{{ .Site.BaseURL }}", ""},
      {"{{ '/a/b' | relative_url }}", "/a/b"},
      {"{{ \"/a\" | absolute_url }}", "/a"},
      {"{% link _docs/a.md %}", "/_docs/a.md"},
      {"{%- link /a.md -%}", "/a.md"},
      {"{% post_url 2024-02-29-leap %}", "/_posts/2024-02-29-leap"},
      {"{{< ref \"a.md#b\" >}}", "@ref/a.md#b"},
      {"{{% relref \"/docs/a\" %}}", "/docs/a"},
      {"{{< relref path=\"a.md\" lang=\"ko\" >}}", "@ref/a.md"},
      {"{{< ref a.md >}}", "@ref/a.md"},
      {"{{< ref \"#b\" >}}", "#b"},
      {"{{ page.next.url }}", "!"},
      {"{% if x %}", "!"},
      {"{{< param x >}}", "!"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(template_tag_address(read_template_tag(c.in)).value_or("!"), c.want) << c.in;
}

TEST(TemplateTags, AreNotEverythingInBraces) {
  for (const char* text : {"{x}", "{{x", "{{", "{%", "{% x }}", "{{< x }}", "{{x\n\ny}}", ""}) {
    EXPECT_EQ(read_template_tag(text).length, 0u) << text;
  }
  EXPECT_EQ(read_template_tag("{{" + std::string(10'000, 'x') + "}}").length, 0u);
}

}  // namespace
}  // namespace signpost
