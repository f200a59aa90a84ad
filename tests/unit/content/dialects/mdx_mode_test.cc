#include "content/dialects/mdx_mode.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MdxMode, GoesByDialectsAndImports) {
  struct Case {
    const char* in;
    DialectSet dialects;
    MdxMode want;
  };
  const Case cases[] = {
      {"a", {}, MdxMode::markdown},
      {"a", {Dialect::mkdocs, Dialect::obsidian}, MdxMode::markdown},
      {"a", {Dialect::docusaurus}, MdxMode::components},
      {"a", {Dialect::mdx, Dialect::docusaurus}, MdxMode::full},
      {"import a from 'b';\n\ntext", {}, MdxMode::components},
      {"text\n\nimport {\n  a\n} from 'b';\n", {}, MdxMode::components},
      {"import your data from 'Settings'", {}, MdxMode::markdown},
      {"```js\nimport a from 'b';\n```", {}, MdxMode::markdown},
  };
  for (const Case& c : cases) EXPECT_EQ(mdx_mode(cut_lines(c.in), c.dialects), c.want) << c.in;
}

TEST(MdxFences, MayBeIndented) {
  struct Case {
    const char* line;
    bool code;
  };
  const Case cases[] = {{"a", false},         {"        ```js x", true}, {"a", true},   {"````", true},
                        {"a", false},         {"- 1. ~~~", true},        {"```", true}, {"    ~~~", true},
                        {"```a``` b", false}, {"> ```", true},           {"> a", true}, {"> ```", true},
                        {"    a", false}};
  MdxFences fences;
  for (const Case& c : cases) EXPECT_EQ(fences.is_code(c.line), c.code) << c.line;
  fences.is_code("``` bash npm");
  EXPECT_TRUE(fences.opened());
  EXPECT_EQ(fences.info(), " bash npm");
  fences.is_code("```");
  EXPECT_TRUE(fences.closed());
}

}  // namespace
}  // namespace signpost
