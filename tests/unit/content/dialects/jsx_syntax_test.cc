#include "content/dialects/jsx_syntax.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(JsxSyntax, FindsTheEndOfATag) {
  struct Case {
    const char* in;
    size_t want;  // 0: no tag
  };
  const Case cases[] = {
      {"<A>x", 3},
      {"<A />x", 5},
      {"</A>x", 4},
      {"<>x", 2},
      {"</>x", 3},
      {"<A b=\"x > y\">z", 13},
      {"<A b={x => x > 3}>z", 18},
      {"<A\n  b='1'\n  c\n>z", 16},
      {"<A {...props} b>z", 16},
      {"<A style={{a: '}'}}>z", 20},
      {"<A b={`${`}`}`}>z", 16},
      {"<motion.div>x", 12},
      {"<A :b=\"c\" @click=\"d > e\" v-if>z", 30},
      {"<https://example.com>", 0},
      {"<a@b.example>", 0},
      {"<A", 0},
      {"< A>", 0},
      {"<A b=\"", 0},
      {"<A b\n\nc>", 0},
      {"<1>", 0},
      {"<A <b>", 0},
  };
  for (const Case& c : cases) EXPECT_EQ(read_jsx_tag(c.in).length, c.want) << c.in;
}

TEST(JsxSyntax, ReadsAttributes) {
  const JsxTag tag = read_jsx_tag("<Card title=\"A b\" cols={2} icon='x' wide href={to} />");
  EXPECT_EQ(tag.name, "Card");
  EXPECT_TRUE(tag.self_closing);
  EXPECT_FALSE(tag.closing);
  ASSERT_EQ(tag.attributes.size(), 5u);
  EXPECT_EQ(tag.find("title")->value, "A b");
  EXPECT_TRUE(tag.find("cols")->expression);
  EXPECT_EQ(tag.find("cols")->value, "2");
  EXPECT_EQ(tag.find("icon")->value, "x");
  EXPECT_EQ(tag.find("wide")->value, "");
  EXPECT_EQ(tag.find("href")->value, "to");
  EXPECT_EQ(tag.find("none"), nullptr);
}

TEST(JsxSyntax, FindsTheEndOfAnExpression) {
  struct Case {
    const char* in;
    size_t want;  // 0: none
  };
  const Case cases[] = {
      {"{x} y", 3},         {"{'}'} y", 5},  {"{/* } */} y", 9}, {"{a.map(x => <b>Don't {x}</b>)} y", 30},
      {"{`a ${b} }`}", 12}, {"{a\n\nb}", 6}, {"{x", 0},          {"x}", 0},
  };
  for (const Case& c : cases) EXPECT_EQ(expression_length(c.in), c.want) << c.in;
  EXPECT_EQ(expression_length("{" + std::string(100'000, 'x') + "}"), 0u);  // nobody writes that in a line
}

TEST(JsxSyntax, FindsTheEndOfAStatement) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"import a from 'b'\nText", "import a from 'b'"},
      {"import {\n  a,\n  b,\n} from 'c';\nText", "import {\n  a,\n  b,\n} from 'c';"},
      {"export const A = () => {\n\n  return <p>Don't</p>;\n};\n\nText",
       "export const A = () => {\n\n  return <p>Don't</p>;\n};"},
      {"export const a =\n  'b'\n\nText", "export const a =\n  'b'"},
      {"export const a = {", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(std::string(c.in).substr(0, statement_length(c.in)), c.want) << c.in;
}

TEST(JsxSyntax, KnowsWhatALiteralSays) {
  EXPECT_EQ(literal_value("'a'"), "a");
  EXPECT_EQ(literal_value(" \" \" "), " ");
  EXPECT_EQ(literal_value("`a\nb`"), "a\nb");
  EXPECT_EQ(literal_value("'it\\'s'"), "it's");
  EXPECT_EQ(literal_value("12"), "12");
  for (const char* other : {"a", "'a' + 'b'", "`${a}`", "", "frontMatter.x", "'"})
    EXPECT_EQ(literal_value(other), std::nullopt) << other;
}

TEST(JsxSyntax, ListsStrings) {
  EXPECT_THAT(strings_in("['npm', \"yarn\", x]"), ElementsAre("npm", "yarn"));
  EXPECT_THAT(strings_in("require('./a.png').default"), ElementsAre("./a.png"));
  EXPECT_THAT(strings_in("x"), IsEmpty());
}

}  // namespace
}  // namespace signpost
