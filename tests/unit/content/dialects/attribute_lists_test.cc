#include "content/dialects/attribute_lists.h"

#include <gtest/gtest.h>

#include "../parse_helpers.h"
#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::passed;

TEST(AttributeLists, AreTakenOut) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"# Install { #install }\n", "# Install {#install}\n"},
      {"## A {: #b .c }\n", "## A {#b}\n"},
      {"## A {/*b*/}\n", "## A {#b}\n"},
      {"## A {#b}\n", "## A {#b}\n"},
      {"## A \\{#b}\n", "## A {#b}\n"},
      {"## A {/* #b */}\n", "## A {#b}\n"},
      {"## A {#b}\r\n", "## A {#b}\n"},
      {"![a](b.png =300x200) ![c](d.png =50%x)\n", "![a](b.png) ![c](d.png)\n"},
      {"![a](b.png) 2 =4x)\n", "![a](b.png) 2 =4x)\n"},
      {"## A {#b} ##\n", "## A {#b}\n"},
      {"## A {: .no_toc }\n", "## A\n"},
      {"## A {id=\"b\"}\n", "## A {#b}\n"},
      {"A { #b }\n===\n", "A {#b}\n===\n"},
      {"## A\n{: #b }\n", "## A {#b}\n"},
      {"## A\n{: .no_toc .x }\n\nx\n", "## A\n\nx\n"},
      {"x\n{: #b .c }\n", "x\n<a id=\"b\"></a>\n"},
      {"x\n{ .annotate }\n\ny\n", "x\n\ny\n"},
      {"![a](b.png){ width=\"300\" } x\n", "![a](b.png) x\n"},
      {"[a](b){:target=\"_blank\"}\n", "[a](b)\n"},
      {"[a](b){ .md-button }\n", "[a](b)\n"},
      {"[a](b) {: .btn }\n", "[a](b)\n"},
      {"[](){#b}\n", "<a id=\"b\"></a>\n"},
      {"[]{#b}x\n", "<a id=\"b\"></a>x\n"},
      {"`a.txt`{: .filepath} x\n", "`a.txt` x\n"},
      {"**a**{ .b }\n", "**a**\n"},
      {"| a | b |\n{: .table }\n", "| a | b |\n"},
      {"* {: .x } a\n", "* a\n"},
      {"- a\n{: .x }\n- b\n", "- a\n- b\n"},
      {"## {#b} بخش\n", "## بخش {#b}\n"},
      {"[a][b]{ .md-button }\n", "[a][b]\n"},
      // What is none.
      {"`{ #a }`\n", "`{ #a }`\n"},
      {"```\n# A { #b }\n```\n", "```\n# A { #b }\n```\n"},
      {"f(x){a}\n", "f(x){a}\n"},
      {"## Using {name}\n", "## Using {name}\n"},
      {"## Sets {a, b}\n", "## Sets {a, b}\n"},
      {"{ \"a\": 1 }\n", "{ \"a\": 1 }\n"},
      {"{{< x >}} {% y %} {{ z }}\n", "{{< x >}} {% y %} {{ z }}\n"},
      {"a {b} \\{: .c}\n", "a {b} \\{: .c}\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kAttributeLists, c.in), c.want) << c.in;
}

TEST(AttributeLists, GiveIdsAndShowNothing) {
  const ParseResult result =
      testing::parse("# Install { #install }\n\n## Second { #second-part .x }\n\n[x](#second-part)\n");
  ASSERT_TRUE(result.document);
  EXPECT_EQ(result.document->title, "Install");
  ASSERT_EQ(result.document->sections.size(), 2u);
  EXPECT_EQ(result.document->sections[1].heading, "Second");
  EXPECT_EQ(result.document->sections[1].anchor, "second-part");
  EXPECT_EQ(result.document->markdown, "# Install\n\n## Second\n\n[x](#second-part)\n");
}

}  // namespace
}  // namespace signpost
