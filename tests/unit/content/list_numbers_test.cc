#include "content/list_numbers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "content/markdown_tree.h"

namespace signpost {
namespace {

// The first numbers of all numbered lists at the top of the text.
std::vector<int> starts_of(const std::string& text) {
  const MarkdownTree tree(text);
  continue_lists(text, tree.root());
  std::vector<int> starts;
  for (cmark_node* node = cmark_node_first_child(tree.root()); node != nullptr;
       node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) node = cmark_node_first_child(node);
    if (cmark_node_get_type(node) == CMARK_NODE_LIST) starts.push_back(cmark_node_get_list_start(node));
  }
  return starts;
}

TEST(ListNumbers, GoOnBehindCodeAndPictures) {
  const struct {
    std::string in;
    std::vector<int> want;
  } kCases[] = {
      {"1. a\n\n```sh\nx\n```\n\n1. b\n1. c\n\n![p](p.png)\n\n1. d\n", {1, 2, 4}},
      {"1. a\n```\nx\n```\n1. b\n", {1, 2}},
      {"1. a\n\n[![p](p.png)](p.png)\n![q](q.png)\n\n```\nx\n```\n\n1. b\n", {1, 2}},
      {"1) a\n\n![p](p.png)\n\n1) b\n", {1, 2}},
      {"> 1. a\n>\n> ```\n> x\n> ```\n>\n> 1. b\n", {1, 2}},
      {"1. a\n\n```\nx\n```\n\n2. b\n\n```\nx\n```\n\n3. c\n", {1, 2, 3}},  // written numbers
      {"1. a\n2. b\n\n```\nx\n```\n\n1. c\n", {1, 1}},                      // it counts: a list of its own
      {"1. a\n\n```\nx\n```\n\n1. b\n2. c\n", {1, 1}},
      {"1. a\n\n```\nx\n```\n\n1) b\n", {1, 1}},
      {"1. a\n\nNow the others ![p](p.png):\n\n1. b\n", {1, 1}},
      {"1. a\n\n## Next\n\n```\nx\n```\n\n1. b\n", {1, 1}},
      {"- a\n\n```\nx\n```\n\n1. b\n", {0, 1}},
  };
  for (const auto& [in, want] : kCases) EXPECT_EQ(starts_of(in), want) << in;
}

}  // namespace
}  // namespace signpost
