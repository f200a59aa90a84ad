// source_blocks.cc - which lines of Markdown are code, and which are raw HTML.
// Tested by tests/unit/content/source_blocks_test.cc.
#include "content/source_blocks.h"

#include <algorithm>

#include "content/markdown_tree.h"

namespace signpost {

SourceBlocks::SourceBlocks(std::string_view text) {
  starts_.push_back(0);
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
  kinds_.resize(starts_.size(), Kind::text);
  gfm_types();  // parses a sample: not while another tree is alive
  const MarkdownTree tree(text);
  for (cmark_node* node = tree.root(); node != nullptr;) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
      const auto first = static_cast<size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
      const size_t end = std::min<size_t>(cmark_node_get_end_line(node), kinds_.size());
      for (size_t line = first; line < end; ++line)
        kinds_[line] = type == CMARK_NODE_CODE_BLOCK ? Kind::code : Kind::html;
    }
    if (cmark_node_first_child(node) != nullptr) {
      node = cmark_node_first_child(node);
      continue;
    }
    while (node != tree.root() && cmark_node_next(node) == nullptr) node = cmark_node_parent(node);
    node = node == tree.root() ? nullptr : cmark_node_next(node);
  }
}

SourceBlocks::Kind SourceBlocks::kind_at(size_t place) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), place);
  return kinds_[static_cast<size_t>(next - starts_.begin()) - 1];
}

}  // namespace signpost
