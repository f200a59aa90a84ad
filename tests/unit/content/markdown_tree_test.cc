#include "content/markdown_tree.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "content/cmark_arena.h"

namespace signpost {
namespace {

TEST(MarkdownTree, KnowsTheTypesOfTheExtensions) {
  const GfmTypes& types = gfm_types();
  const MarkdownTree tree("~~a~~\n\n| a |\n|---|\n| b |\n");
  cmark_node* paragraph = cmark_node_first_child(tree.root());
  EXPECT_EQ(cmark_node_get_type(cmark_node_first_child(paragraph)), types.strikethrough);
  cmark_node* table = cmark_node_next(paragraph);
  EXPECT_EQ(cmark_node_get_type(table), types.table);
  cmark_node* row = cmark_node_first_child(table);
  EXPECT_EQ(cmark_node_get_type(row), types.table_row);
  EXPECT_EQ(cmark_node_get_type(cmark_node_first_child(row)), types.table_cell);
  EXPECT_TRUE(tree.tables_read());
}

TEST(MarkdownTree, KnowsTasks) {
  const MarkdownTree tree("- [x] a\n- b\n");
  cmark_node* item = cmark_node_first_child(cmark_node_first_child(tree.root()));
  EXPECT_TRUE(is_task_item(item));
  EXPECT_FALSE(is_task_item(cmark_node_next(item)));
}

// Regression: 2,000 columns and as many one-cell rows made four million cells of 8 KB of text.
TEST(MarkdownTree, RefusesTablesThatExplode) {
  std::string text = "|";
  for (int i = 0; i < 2000; ++i) text += "a|";
  text += "\n|";
  for (int i = 0; i < 2000; ++i) text += "-|";
  text += "\n";
  for (int i = 0; i < 2000; ++i) text += "a\n";
  const MarkdownTree tree(text);
  EXPECT_FALSE(tree.tables_read());
  EXPECT_EQ(cmark_node_get_type(cmark_node_first_child(tree.root())), CMARK_NODE_PARAGRAPH);
}

TEST(CmarkArena, HandsOutZeroedMemoryAgainAndAgain) {
  cmark_mem* memory = cmark_arena();
  for (int round = 0; round < 3; ++round) {
    for (const size_t size : {size_t{1}, size_t{24}, size_t{5000}, size_t{20'000'000}}) {
      auto* bytes = static_cast<char*>(memory->calloc(1, size));
      for (size_t i = 0; i < size; i += 997) ASSERT_EQ(bytes[i], 0);
      std::memset(bytes, 1, size);
      bytes = static_cast<char*>(memory->realloc(bytes, size * 2));
      for (size_t i = 0; i < size; i += 997) ASSERT_EQ(bytes[i], 1);
      memory->free(bytes);
    }
    reset_cmark_arena();
  }
}

}  // namespace
}  // namespace signpost
