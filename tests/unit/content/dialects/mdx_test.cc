#include "content/dialects/mdx.h"

#include <gtest/gtest.h>

#include "base/sanitized_build.h"
#include "pass_helpers.h"

namespace signpost {
namespace {

struct MdxCase {
  const char* in;
  const char* want;
};

std::string mdx(std::string_view text) { return testing::passed(kMdx, text, {Dialect::mdx}); }

TEST(Mdx, StatementsGo) {
  const MdxCase cases[] = {
      {"import A from 'a';\nimport B from 'b';\n\n# T\n", "\n# T\n"},
      {"# T\n\nexport const a = {\n\n  b: 1,\n};\n\ntext\n", "# T\n\n\ntext\n"},
      {"text\nimport a from 'b'\n", "text\nimport a from 'b'\n"},
      {"```js\nimport a from 'b'\n```\n", "```js\nimport a from 'b'\n```\n"},
      {"import your data\n", "import your data\n"},
  };
  for (const MdxCase& c : cases) EXPECT_EQ(mdx(c.in), c.want) << c.in;
}

TEST(Mdx, ExpressionsGo) {
  const MdxCase cases[] = {
      {"a {b.c} d\n", "a  d\n"},
      {"a {'x * y'} d\n", "a x &#42; y d\n"},
      {"a{' '}b\n", "a b\n"},
      {"a\n{b}\nc\n", "a\nc\n"},
      {"`{b}` \\{b}\n", "`{b}` \\{b}\n"},
      {"{items.map(i => (\n  <li>{i}</li>\n))}\n\na\n", "\na\n"},
      {"## T {#id}\n", "## T {#id}\n"},
      {"$a_{b}$ and $5 {x} $6\n", "$a_{b}$ and $5  $6\n"},
      {"$$\nx^{2}\n$$\n", "$$\nx^{2}\n$$\n"},
      {"a {b\n\nc\n", "a {b\n\nc\n"},
      {"``{a}\n{b}``\n", "``{a}\n{b}``\n"},
      {"a\n\n        b\n", "a\n\nb\n"},  // no code in MDX
  };
  for (const MdxCase& c : cases) EXPECT_EQ(mdx(c.in), c.want) << c.in;
  EXPECT_EQ(testing::left_by(kMdx, "a {b}\n\n{c}\n", {Dialect::mdx}), "{...}:1 {...}:3");
}

TEST(Mdx, CalloutsTabsAndFolds) {
  const MdxCase cases[] = {
      {"<Note>\n  **b**\n\n      - c\n</Note>\n", "<?box note?>\n**b**\n\n- c\n<?/box?>\n"},
      {"<Callout type=\"warning\" title=\"T\">x</Callout>\n",
       "<?box warning bare?>\n<?title?>\nT\n<?/title?>\nx\n<?/box?>\n"},
      {"1. a\n\n   <Tip>\n     b\n   </Tip>\n\n2. c\n",
       "1. a\n\n   <?box tip?>\n   b\n   <?/box?>\n\n2. c\n"},
      {"- <Tip>a</Tip>\n- b\n", "- <?box tip?>\n  a\n  <?/box?>\n- b\n"},
      {"> <Tip>a</Tip>\n", "> <?box tip?>\n> a\n> <?/box?>\n"},
      {"<Tabs>\n  <TabItem value=\"a\" label=\"A\">\n\n    ```sh\n    x\n      y\n    ```\n\n  "
       "</TabItem>\n</Tabs>\n",
       "<?tabs?>\n<?tab?>\n<?title?>\nA\n<?/title?>\n\n```sh\nx\n  y\n```\n\n<?/tab?>\n<?/tabs?>\n"},
      {"<Tabs items={['A', 'B']}>\n<Tab>x</Tab>\n<Tab>y</Tab>\n</Tabs>\n",
       "<?tabs?>\n<?tab?>\n<?title?>\nA\n<?/title?>\nx\n<?/tab?>\n<?tab?>\n<?title?>\nB\n<?/title?>\ny\n<?/"
       "tab?>\n"
       "<?/tabs?>\n"},
      {"<Tabs values={[{label: 'A', value: 'a'}]}>\n<TabItem value=\"a\">x</TabItem>\n</Tabs>\n",
       "<?tabs?>\n<?tab?>\n<?title?>\nA\n<?/title?>\nx\n<?/tab?>\n<?/tabs?>\n"},
      {"<CodeGroup>\n```bash npm\nx\n```\n</CodeGroup>\n",
       "<?tabs?>\n<?tab?>\n<?title?>\nnpm\n<?/title?>\n```bash npm\nx\n```\n<?/tab?>\n<?/tabs?>\n"},
      {"<Accordion title=\"Q?\">\n  A\n</Accordion>\n",
       "<?fold details bare?>\n<?title?>\nQ?\n<?/title?>\nA\n<?/fold?>\n"},
      {"<Details>\n<summary>S *x*</summary>\na\n</Details>\n",
       "<?fold details bare?>\n<?title?>\nS *x*\n<?/title?>\na\n<?/fold?>\n"},
  };
  for (const MdxCase& c : cases) EXPECT_EQ(mdx(c.in), c.want) << c.in;
}

TEST(Mdx, StepsCardsAndFieldsAreItems) {
  const MdxCase cases[] = {
      {"<Steps>\n  <Step title=\"A\">\n    x\n  </Step>\n  <Step>\n    y\n  </Step>\n</Steps>\n",
       "1. **A**\n\n   x\n\n2. y\n\n"},
      {"<CardGroup cols={2}>\n  <Card title=\"A\" href=\"/a\">\n    x\n  </Card>\n</CardGroup>\n",
       "- **[A](</a>)**\n\n  x\n\n"},
      {"<ParamField path=\"id\" type=\"string\">\n  x\n</ParamField>\n", "- **`id`** `string`\n\n  x\n\n"},
      {"<Update label=\"May\" description=\"v1\">\n  x\n</Update>\n", "## May\n\nv1\n\nx\n\n"},
  };
  for (const MdxCase& c : cases) EXPECT_EQ(mdx(c.in), c.want) << c.in;
}

TEST(Mdx, ComponentsInALine) {
  const MdxCase cases[] = {
      {"a <Icon name=\"x\" /> b\n", "a  b\n"},
      {"<Image src=\"a.png\" alt=\"A\" />\n", "![A](<a.png>)\n"},
      {"import s from './s.png'\n\n<Image src={s} />\n", "\n![](<./s.png>)\n"},
      {"<YouTube id=\"x1\" />\n", "[Watch the video](<https://www.youtube.com/watch?v=x1>)\n"},
      {"<Video src=\"a.mp4\" />\n", "![](<a.mp4>)\n"},
      {"see <Link to=\"/x\">the *x*</Link>.\n", "see [the *x*](</x>).\n"},
      {"a <Badge text=\"new\" /> b\n", "a new b\n"},
      {"a <Tooltip tip=\"t > u\">b</Tooltip> c\n", "a b c\n"},
      {"<CodeBlock language=\"js\">{`a\nb`}</CodeBlock>\n", "```js\na\nb\n```\n"},
      {"<>a</>\n", "a\n"},
      {"<https://example.com>\n", "<https://example.com>\n"},
  };
  for (const MdxCase& c : cases) EXPECT_EQ(mdx(c.in), c.want) << c.in;
}

TEST(Mdx, UnknownComponentsAreCountedAndWhatIsInThemStays) {
  EXPECT_EQ(mdx("a\n<Widget a={b}>\n    *x*\n</Widget>\nc\n"), "a\n\n*x*\n\nc\n");
  EXPECT_EQ(mdx("a <Widget/> b\n"), "a  b\n");
  EXPECT_EQ(testing::left_by(kMdx, "a\n<Widget>\nx\n</Widget>\n<Widget/>\n", {Dialect::mdx}),
            "<Widget>:2 <Widget>:5");
}

TEST(Mdx, ElementsHoldMarkdown) {
  const MdxCase cases[] = {
      {"<div className=\"a\">\n    **b**\n</div>\n", "<div className=\"a\">\n\n**b**\n\n</div>\n\n"},
      {"<td>**b**</td>\n", "<td>\n\n**b**\n\n</td>\n\n"},
      {"<img src={require('./a.png').default} style={{a: 'b'}} />\ntext\n",
       "<img src=\"./a.png\">\n\ntext\n"},
      {"a <b>c</b>\n", "a <b>c</b>\n"},
      {"<style>{`a {}`}</style>\n", "<style>{`a {}`}</style>\n"},
  };
  for (const MdxCase& c : cases) EXPECT_EQ(mdx(c.in), c.want) << c.in;
}

TEST(Mdx, MarkdownOfOtherToolsHasComponentsOnly) {
  const DialectSet docusaurus = {Dialect::docusaurus};
  const MdxCase cases[] = {
      {"<Note>a</Note>\n", "<?box note?>\na\n<?/box?>\n"},
      {"<Widget>a</Widget>\n", "a\n"},
      {"a {b} {frontMatter.c}\n", "a {b}\n"},
      {"a\n\n    <Note>code</Note>\n", "a\n\n    <Note>code</Note>\n"},
      {"<TABLE>\n<BR>\n", "<TABLE>\n<BR>\n"},
      {"<img src={useBaseUrl('/a.png')} />\n", "<img src=\"/a.png\">\n"},
      {"<button :class=\"a\" @click=\"b > c\">d</button>\n", "<button>d</button>\n"},
      {"<a href=\"b\">c</a>\n", "<a href=\"b\">c</a>\n"},
      {"<div>\n<Icon/>**a**\n</div>\n", "<div>\n**a**\n</div>\n"},
      {"<details>\n<summary>**a** b</summary>\n\nc\n\n</details>\n",
       "<details>\n\n<summary>\n\n**a** b\n\n</summary>\n\n\nc\n\n</details>\n\n"},
      {"<details><summary>**a**</summary>\n\n```js\nx\n```\n\n</details>\n\nd\n",
       "<details>\n\n<summary>\n\n**a**\n\n</summary>\n\n\n```js\nx\n```\n\n</details>\n\n\nd\n"},
  };
  for (const MdxCase& c : cases) EXPECT_EQ(testing::passed(kMdx, c.in, docusaurus), c.want) << c.in;
  EXPECT_EQ(testing::passed(kMdx, "import T from 't'\n\n<Widget>a</Widget>\n"), "\na\n");
}

TEST(Mdx, PlainMarkdownOnlyHasWhatIsSurelyAComponent) {
  const MdxCase cases[] = {
      {"<Note>\na\n</Note>\n", "<?box note?>\na\n<?/box?>\n"},
      {"type <Note> and\n", "type <Note> and\n"},
      {"<Name>\n\nReplace <Tab> by {x}\n", "<Name>\n\nReplace <Tab> by {x}\n"},
      {"`<Note>`a</Note>\n", "`<Note>`a</Note>\n"},
  };
  for (const MdxCase& c : cases) EXPECT_EQ(testing::passed(kMdx, c.in), c.want) << c.in;
}

TEST(Mdx, TakesLinearTime) {
  const int rounds = kSanitizedBuild ? 2'000 : 40'000;
  for (const char* piece :
       {"<A {", "{a ", "import {\n\n", "<Link to='a'>", "<Icon>", "<Note>\n", "<!-- ", "`a ``b ", "$$ ",
        "<A b=\"", "</Note>", "<div>\n", "<Tabs><Step>", "export const a = {\n\n"}) {
    std::string text;
    for (int i = 0; i < rounds; ++i) text += piece;
    EXPECT_FALSE(mdx(text).empty() && text.empty()) << piece;
  }
}

}  // namespace
}  // namespace signpost
