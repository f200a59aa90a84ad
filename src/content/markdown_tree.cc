// markdown_tree.cc - Markdown text as cmark's syntax tree, with the GFM extensions that help articles use.
// Tested by tests/unit/content/markdown_tree_test.cc.
#include "content/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <string>

#include "content/cjk_emphasis.h"
#include "content/cmark_arena.h"

namespace signpost {
namespace {

// cmark fills every row of a table up to the width of its head: n columns and n short rows make n * n
// cells, gigabytes from kilobytes. Real tables stay far below this.
constexpr size_t kMaxTableCells = 200'000;

constexpr int kOptions = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE;

cmark_node* parse(std::string_view text, bool tables) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new_with_mem(kOptions, cmark_arena());
  for (const char* name : {"table", "strikethrough", "tasklist", "autolink"}) {
    if (!tables && std::strcmp(name, "table") == 0) continue;
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser, extension);
    }
  }
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

// The columns that a line would give a table if it is one of a head's underlines ("|---|:-:|"), else 0.
size_t delimiter_columns(std::string_view line) {
  size_t pipes = 0;
  bool dash = false;
  for (const char c : line) {
    if (c == '|') {
      ++pipes;
    } else if (c == '-') {
      dash = true;
    } else if (c != ':' && c != ' ' && c != '\t' && c != '\r' && c != '>') {
      return 0;
    }
  }
  return dash && pipes > 0 ? pipes + 1 : 0;
}

size_t count_table_cells(std::string_view text) {
  size_t cells = 0;
  size_t columns = 0;
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = std::min(text.find('\n', pos), text.size());
    const std::string_view line = text.substr(pos, end - pos);
    if (line.find_first_not_of(" \t\r>") == std::string_view::npos) {
      columns = 0;
    } else {
      columns = std::max(columns, delimiter_columns(line));
      cells += columns;
    }
    pos = end + 1;
  }
  return cells;
}

GfmTypes find_types() {
  GfmTypes types{};
  const MarkdownTree sample("| a |\n|---|\n| ~~b~~ |\n");
  cmark_node* table = cmark_node_first_child(sample.root());
  cmark_node* row = cmark_node_last_child(table);
  cmark_node* cell = cmark_node_first_child(row);
  types.table = cmark_node_get_type(table);
  types.table_row = cmark_node_get_type(row);
  types.table_cell = cmark_node_get_type(cell);
  types.strikethrough = cmark_node_get_type(cmark_node_first_child(cell));
  return types;
}

}  // namespace

const GfmTypes& gfm_types() {
  static const GfmTypes types = find_types();
  return types;
}

MarkdownTree::MarkdownTree(std::string_view text) {
  tables_read_ = count_table_cells(text) <= kMaxTableCells;
  root_ = parse(text, tables_read_);
  const std::string spaced = space_cjk_emphasis(text, root_);
  if (spaced.empty()) return;
  reset_cmark_arena();
  root_ = parse(spaced, tables_read_);
  unspace_cjk_emphasis(root_);
}

MarkdownTree::~MarkdownTree() { reset_cmark_arena(); }

bool is_task_item(cmark_node* item) { return std::strcmp(cmark_node_get_type_string(item), "tasklist") == 0; }

std::string_view view_of(const char* text) { return text == nullptr ? std::string_view() : text; }

}  // namespace signpost
