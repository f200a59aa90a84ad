#include "content/dialects/dialect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Dialects, HaveNames) {
  for (int i = 0; i < kDialects; ++i) {
    const auto dialect = static_cast<Dialect>(i);
    EXPECT_EQ(parse_dialect(to_string(dialect)), dialect) << to_string(dialect);
  }
  EXPECT_EQ(parse_dialect("MkDocs"), std::nullopt);
  EXPECT_EQ(parse_dialect(""), std::nullopt);
  EXPECT_EQ(
      known_dialects(),
      "docusaurus, gitbook, hugo, jekyll, mdbook, mdx, mintlify, mkdocs, obsidian, starlight, vitepress");
}

TEST(Dialects, AreASet) {
  DialectSet set = {Dialect::mkdocs, Dialect::gitbook};
  EXPECT_THAT(names_of(set), ElementsAre("gitbook", "mkdocs"));
  EXPECT_TRUE(set.has(Dialect::mkdocs));
  EXPECT_FALSE(set.has(Dialect::hugo));
  EXPECT_TRUE(set.has_any({Dialect::hugo, Dialect::gitbook}));
  EXPECT_FALSE(set.has_any({Dialect::hugo}));
  EXPECT_TRUE(DialectSet().empty());
  EXPECT_THAT(names_of({}), IsEmpty());
}

}  // namespace
}  // namespace signpost
