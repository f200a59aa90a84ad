// html_tree_test.cc - tests importer/html_tree.
#include "importer/html_tree.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(HtmlTree, AnswersWhatIsAskedOfNodes) {
  const HtmlTree tree("<p class=\"one two\">a<br>b <i>c</i></p>");
  const xmlNode* paragraph = find_element(tree.root(), "p");
  ASSERT_NE(paragraph, nullptr);
  EXPECT_EQ(name_of(paragraph), "p");
  EXPECT_TRUE(has_class(paragraph, "two"));
  EXPECT_FALSE(has_class(paragraph, "tw"));
  EXPECT_EQ(attribute_of(paragraph, "title"), "");
  EXPECT_EQ(text_of(paragraph), "a\nb c");
  EXPECT_EQ(find_element(paragraph, "b"), nullptr);
  EXPECT_TRUE(tree.is_walkable());
}

TEST(HtmlTree, NothingAndTooMuch) {
  EXPECT_EQ(HtmlTree("").root(), nullptr);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  EXPECT_FALSE(HtmlTree(deep).is_walkable());
}

}  // namespace
}  // namespace signpost
