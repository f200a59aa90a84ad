// link_targets_test.cc - what links of many generators may mean.
#include "content/link_targets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LinkTargetsTest, TheLikeliestFirst) {
  EXPECT_THAT(link_targets("docs/a.md", "b.md"), ElementsAre("docs/b.md"));
  // The page of docs/a.md stands at /docs/a/.
  EXPECT_THAT(link_targets("docs/a.md", "../b/"), ElementsAre("b", "docs/b"));
  EXPECT_THAT(link_targets("docs/index.md", "../b/"), ElementsAre("b"));
  EXPECT_THAT(link_targets("docs/en/a.md", "/guide/b"),
              ElementsAre("guide/b", "docs/guide/b", "docs/en/guide/b"));
  EXPECT_THAT(link_targets("x/a.md", "/docs/b"), ElementsAre("docs/b", "x/docs/b", "b", "x/b"));
  EXPECT_THAT(link_targets("a.md", "/pt-br/b"), ElementsAre("pt-br/b", "b"));
  EXPECT_THAT(link_targets("a.md", "/billing/b"), ElementsAre("billing/b"));
  EXPECT_THAT(link_targets("x/a.md", "@ref/y/b.md"), ElementsAre("x/y/b.md", "y/b.md"));
  EXPECT_THAT(link_targets("a.md", "../b"), ElementsAre("b"));
  EXPECT_THAT(link_targets("a.md", "../b.md"), IsEmpty());
}

TEST(LinkTargetsTest, FilesThatGeneratorsPutAtTheTop) {
  EXPECT_THAT(
      static_targets("docs/a.md", "/img/x.png"),
      ElementsAre("static/img/x.png", "docs/static/img/x.png", "public/img/x.png", "docs/public/img/x.png",
                  "docs/docs/public/img/x.png", "assets/img/x.png", "docs/assets/img/x.png",
                  ".vuepress/public/img/x.png", "docs/.vuepress/public/img/x.png", "website/static/img/x.png",
                  "docs/website/static/img/x.png"));
  EXPECT_THAT(static_targets("docs/a.md", "img/x.png"), IsEmpty());
  EXPECT_THAT(static_targets("docs/a.md", "/docs/x"), IsEmpty());
}

TEST(LinkTargetsTest, EndingsThatAddressesLeaveOut) {
  EXPECT_THAT(page_candidates("a.md", "b.md"), ElementsAre("b.md", "b.mdx", "b.markdown"));
  EXPECT_THAT(page_candidates("a.md", "x/b"),
              ElementsAre("x/b.md", "x/b.mdx", "x/b.markdown", "x/b/index.md", "x/b/index.mdx",
                          "x/b/index.markdown", "x/b/_index.md", "x/b/_index.mdx", "x/b/_index.markdown",
                          "x/b/README.md", "x/b/README.mdx", "x/b/README.markdown"));
  EXPECT_EQ(page_candidates("a.md", "x/b.html"), page_candidates("a.md", "x/b"));
  EXPECT_EQ(page_candidates("a.md", "x/b/index.html"), page_candidates("a.md", "x/b"));
  EXPECT_EQ(page_candidates("a.md", "")[0], "index.md");
  EXPECT_EQ(page_candidates("a.md", "v1.2")[0], "v1.2.md");
  EXPECT_THAT(page_candidates("a.ko.md", "b.md"),
              ElementsAre("b.ko.md", "b.md", "b.ko.mdx", "b.mdx", "b.ko.markdown", "b.markdown"));
}

TEST(LinkTargetsTest, OneStemForAllFilesOfAPage) {
  for (const char* path : {"x/b.md", "x/b.mdx", "x/b/index.md", "x/b/README.MD", "x/b/_index.markdown"})
    EXPECT_EQ(page_stem(path), "x/b") << path;
  EXPECT_EQ(page_stem("README.md"), "");
  EXPECT_EQ(page_stem("x/a.png"), "x/a.png");
}

TEST(LinkTargetsTest, PrefixesOfGenerators) {
  EXPECT_EQ(without_link_prefix("@site/docs/a.md"), "/docs/a.md");
  EXPECT_EQ(without_link_prefix("~@/a.md"), "/a.md");
  EXPECT_EQ(without_link_prefix("@/a.md"), "/a.md");
  EXPECT_EQ(without_link_prefix("pathname:///a"), "/a");
  EXPECT_EQ(without_link_prefix("/a"), "/a");
}

}  // namespace
}  // namespace signpost
