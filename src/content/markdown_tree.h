// markdown_tree.h - Markdown text as cmark's syntax tree, with the GFM extensions that help articles use.
// Tested by tests/unit/content/markdown_tree_test.cc.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

namespace signpost {

// What the library tells only by numbers that it gives out at run time.
struct GfmTypes {
  cmark_node_type table;
  cmark_node_type table_row;
  cmark_node_type table_cell;
  cmark_node_type strikethrough;
};
const GfmTypes& gfm_types();

// One parsed text, with emphasis beside Chinese, Japanese and Korean as it was meant. cmark keeps global
// state while it parses: not more than one tree at a time in a process.
class MarkdownTree {
 public:
  explicit MarkdownTree(std::string_view text);
  ~MarkdownTree();
  MarkdownTree(const MarkdownTree&) = delete;
  MarkdownTree& operator=(const MarkdownTree&) = delete;

  cmark_node* root() const { return root_; }
  // False when the text had tables of a size that cmark can't take, which were then not read as tables.
  bool tables_read() const { return tables_read_; }

 private:
  cmark_node* root_ = nullptr;
  bool tables_read_ = true;
};

bool is_task_item(cmark_node* item);

// What cmark tells as a C string; "" for a null pointer, which it gives where there is none.
std::string_view view_of(const char* text);

}  // namespace signpost
