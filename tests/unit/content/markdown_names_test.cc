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

TEST(MarkdownNames, NamesWhatALinkMayMean) {
  using Paths = std::vector<std::string>;
  EXPECT_EQ(page_candidates("a/b.md"), (Paths{"a/b.md", "a/b.mdx", "a/b.markdown"}));
  EXPECT_EQ(page_candidates("a/b.markdown"), (Paths{"a/b.markdown", "a/b.md", "a/b.mdx"}));
  EXPECT_EQ(page_candidates("b.MDX"), (Paths{"b.MDX", "b.md", "b.mdx", "b.markdown"}));
  const Paths folder = page_candidates("a");
  EXPECT_EQ(Paths(folder.begin(), folder.begin() + 4), (Paths{"a.md", "a.mdx", "a.markdown", "a/index.md"}));
  EXPECT_EQ(folder.size(), 12u);
  const Paths top = page_candidates("");
  EXPECT_EQ(top.front(), "index.md");
  EXPECT_EQ(top.back(), "README.markdown");
  EXPECT_EQ(top.size(), 9u);
}

}  // namespace
}  // namespace signpost
