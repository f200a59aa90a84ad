#include "content/dialects/tag_boxes.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

using testing::box;
using testing::left_by;
using testing::passed;

TEST(TagBoxes, BecomeBoxes) {
  struct Case {
    const char* in;
    std::string want;
  };
  const Case cases[] = {
      {"{% hint style=\"info\" %}\nx\n{% endhint %}\n", box("info", "", "x")},
      {"{% hint style=\"danger\" %}\nx\n{% endhint %}\n", box("danger", "", "x")},
      {"{% hint style='success' %} x {% endhint %}\n", box("success", "", "x")},
      {"a {% hint %}x{% endhint %} b\n", "a \n" + box("note", "", "x") + "b\n"},
      {"{{< note >}}\nx\n{{< /note >}}\n", box("note", "", "x")},
      {"{{% note %}}\nx\n{{% /note %}}\n", box("note", "", "x")},
      {"{{< alert title=\"T\" color=\"warning\" >}}\nx\n{{< /alert >}}\n", box("warning", "T", "x")},
      {"{{% alert title=\"T\" color=\"primary\" %}}\nx\n{{% /alert %}}\n", box("warning", "T", "x")},
      {"{{% notice tip \"T\" %}}\nx\n{{% /notice %}}\n", box("tip", "T", "x")},
      {"{{< callout type=\"error\" >}}\nx\n{{< /callout >}}\n", box("error", "", "x")},
      {"{{< hint danger >}}\nx\n{{< / hint >}}\n", box("danger", "", "x")},
      {"{{< details \"T\" >}}\nx\n{{< /details >}}\n",
       "<?fold details bare?>\n<?title?>\nT\n<?/title?>\nx\n<?/fold?>\n"},
      {"- {{< note >}}\n  x\n  {{< /note >}}\n", "- \n  <?box note?>\n  x\n  <?/box?>\n"},
      {"{% tabs %}\n{% tab title=\"A\" %}\na\n{% endtab %}\n\n{% tab title=\"B\" %}\nb\n{% endtab %}\n{% "
       "endtabs %}\n",
       "\n<?tab?>\n<?title?>\nA\n<?/title?>\na\n<?/tab?>\n\n<?tab?>\n<?title?>\nB\n<?/title?>\nb\n<?/"
       "tab?>\n\n"},
      {"{{< tabs name=\"t\" >}}\n{{% tab name=\"A\" %}}\na\n{{% /tab %}}\n{{< /tabs >}}\n",
       "\n<?tab?>\n<?title?>\nA\n<?/title?>\na\n<?/tab?>\n\n"},
      {"{{< tabpane >}}\n{{< tab header=\"A\" lang=\"sh\" >}}\n# x\n{{< /tab >}}\n{{< /tabpane >}}\n",
       "\n<?tab?>\n<?title?>\nA\n<?/title?>\n````sh\n# x\n````\n<?/tab?>\n\n"},
      {"{% highlight bash %}\n# x {% y %}\n{% endhighlight %}\n", "````bash\n# x {% y %}\n````\n"},
      {"- a {{< highlight promql \"hl_inline=true\" >}}sum(x){{< /highlight >}} b\n",
       "- a \n  `sum(x)`\n  b\n"},
      {"{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}\n", "````mermaid\ngraph TD\n````\n"},
      {"{% include note.html content=\"Read **this**.\" %}\n", box("note", "", "Read **this**.")},
      {"{%- hint style=\"info\" -%}\nx\n{%- endhint -%}\n", box("info", "", "x")},
      {"{% embed url=\"https://e.com/v\" %}\n", "[https://e.com/v](<https://e.com/v>)\n"},
      {"{% file src=\"../a/b.pdf\" %}\n", "[b.pdf](<../a/b.pdf>)\n"},
      {"{% content-ref url=\"a.md\" %}\n[a](a.md)\n{% endcontent-ref %}\n", "\n[a](a.md)\n\n"},
      {"{{< code-toggle file=hugo >}}\n[[a]]\n{{< /code-toggle >}}\n", "````toml\n[[a]]\n````\n"},
      {"{{% card header=\"T\" %}}\nx\n{{% /card %}}\n", "<?tab?>\n<?title?>\nT\n<?/title?>\nx\n<?/tab?>\n"},
      {"{% code title=\"a.js\" %}\n```js\nx\n```\n{% endcode %}\n", "\n```js title=\"a.js\"\nx\n```\n\n"},
      {"{{< youtube abc >}}\n", "[Watch the video](<https://www.youtube.com/watch?v=abc>)\n"},
      // What is none.
      {"`{% hint %}` x\n{% endhint %}\n", "`{% hint %}` x\n{% endhint %}\n"},
      {"```\n{% hint %}\n```\n", "```\n{% hint %}\n```\n"},
      {"{{< note >}} never ends\n", "{{< note >}} never ends\n"},
      {"| {{< note >}} |\n", "| {{< note >}} |\n"},
      {"{{ site.title }}\n", "{{ site.title }}\n"},
      {"{% include nav.html %}\n", "{% include nav.html %}\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(passed(kTagBoxes, c.in), c.want) << c.in;
}

TEST(TagBoxes, CountWhatNobodyKnows) {
  EXPECT_EQ(left_by(kTagBoxes, "{% include nav.html %}\n\n{{< chart x >}} {% endfoo %} {% raw %}"),
            "{% include %}:1 {{< chart >}}:3");
  EXPECT_EQ(left_by(kTagBoxes, "a {{#include b.md}}", {Dialect::mdbook}), "{{#include}}:1");
  EXPECT_EQ(left_by(kTagBoxes, "a {{#if b}}"), "");
  EXPECT_EQ(left_by(kTagBoxes, "{{< glossary_tooltip text=\"a\" >}} {{< note >}}x{{< /note >}}"), "");
}

}  // namespace
}  // namespace signpost
