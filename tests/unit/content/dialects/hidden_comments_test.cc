#include "content/dialects/hidden_comments.h"

#include <gtest/gtest.h>

#include "pass_helpers.h"

namespace signpost {
namespace {

struct CommentCase {
  const char* in;
  const char* want;
};

TEST(HiddenComments, OfMdxAreTakenOut) {
  const CommentCase cases[] = {
      {"a {/* x */} b\n", "a  b\n"},
      {"a\n{/* x */}\nb\n", "a\nb\n"},
      {"a {/* x\n\ny */ } b\n", "a  b\n"},
      {"{/* x */}{/* y */}\n", ""},
      {"`{/* x */}`\n", "`{/* x */}`\n"},
      {"```\n{/* x */}\n```\n", "```\n{/* x */}\n```\n"},
      {"      {/* x */} a\n", "       a\n"},
      {"\\{/* x */} a\n", "\\{/* x */} a\n"},
      {"{/* x\n", "{/* x\n"},
      {"## T {/* #id */}\n", "## T {#id}\n"},
      {"## T {/* x */}\n", "## T\n"},
  };
  for (const CommentCase& c : cases)
    EXPECT_EQ(testing::passed(kHiddenComments, c.in, {Dialect::mdx}), c.want) << c.in;
  EXPECT_EQ(testing::passed(kHiddenComments, "a {/* x */} b\n"), "a {/* x */} b\n");
}

TEST(HiddenComments, OfObsidianAreTakenOut) {
  const CommentCase cases[] = {
      {"a %%x%% b\n", "a  b\n"},
      {"a\n%%\nx\n\ny\n%%\nb\n", "a\nb\n"},
      {"%%\nx\n", ""},
      {"a %% b\n\nc\n", "a %% b\n\nc\n"},
      {"a %% b\nc %% d\n", "a  d\n"},
      {"`%%x%%`\n", "`%%x%%`\n"},
      {"```\n%%x%%\n```\n", "```\n%%x%%\n```\n"},
  };
  for (const CommentCase& c : cases)
    EXPECT_EQ(testing::passed(kHiddenComments, c.in, {Dialect::obsidian}), c.want) << c.in;
  EXPECT_EQ(testing::passed(kHiddenComments, "100%% a%%\n"), "100%% a%%\n");
}

TEST(HiddenComments, AreNoPartOfTheSourceThatPeopleGet) {
  EXPECT_EQ(without_hidden_comments("a {/* x */}", {Dialect::mdx}), "a");
  EXPECT_EQ(without_hidden_comments("a %%x%%\n", {Dialect::obsidian}), "a\n");
  EXPECT_EQ(without_hidden_comments("a", {Dialect::mdx}), "a");
}

}  // namespace
}  // namespace signpost
