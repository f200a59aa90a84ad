#include "content/markdown_names.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MarkdownNames, KnowsMarkdownByItsEnding) {
  for (const char* name : {"a.md", "a/b.MD", "a.mdx", "a.MDX", "a.markdown", "a.Markdown", "a.b.md"})
    EXPECT_TRUE(is_markdown_name(name)) << name;
  for (const char* name : {"a", ".md", "a/.mdx", "md", "a.md.txt", "a.mdown", "a.md/b", "a.html", ""})
    EXPECT_FALSE(is_markdown_name(name)) << name;
  EXPECT_TRUE(is_mdx_name("a.MDX"));
  EXPECT_FALSE(is_mdx_name("a.md"));
}

TEST(MarkdownNames, CutsTheEndingOff) {
  EXPECT_EQ(without_markdown_ending("a/b.markdown"), "a/b");
  EXPECT_EQ(without_markdown_ending("a/b.MDX"), "a/b");
  EXPECT_EQ(without_markdown_ending("a/b.png"), "a/b.png");
  EXPECT_EQ(without_markdown_ending("a.md/b"), "a.md/b");
}

TEST(MarkdownNames, KnowsThePageOfAFolder) {
  for (const char* name : {"index.md", "a/_index.mdx", "a/README.MD", "readme.markdown"})
    EXPECT_TRUE(is_folder_page(name)) << name;
  for (const char* name : {"index", "index.html", "a/indexes.md", "index.md/a.md"})
    EXPECT_FALSE(is_folder_page(name)) << name;
}

}  // namespace
}  // namespace signpost
