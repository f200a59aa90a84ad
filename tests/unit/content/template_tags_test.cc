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

TEST(TemplateTags, AreNotEverythingInBraces) {
  for (const char* text : {"{x}", "{{x", "{{", "{%", "{% x }}", "{{< x }}", "{{x\n\ny}}", ""}) {
    EXPECT_EQ(read_template_tag(text).length, 0u) << text;
  }
  EXPECT_EQ(read_template_tag("{{" + std::string(10'000, 'x') + "}}").length, 0u);
}

}  // namespace
}  // namespace signpost
