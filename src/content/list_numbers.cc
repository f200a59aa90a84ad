// list_numbers.cc - numbered steps that go on behind a code block or a picture which isn't indented.
// Tested by tests/unit/content/list_numbers_test.cc.
#include "content/list_numbers.h"

#include <algorithm>
#include <vector>

namespace signpost {
namespace {

bool is_ordered(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_LIST && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
}

// A paragraph of nothing but pictures, linked ones included.
bool is_picture(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) return false;
  bool any = false;
  for (cmark_node* part = cmark_node_first_child(node); part != nullptr; part = cmark_node_next(part)) {
    cmark_node* inner = cmark_node_get_type(part) == CMARK_NODE_LINK ? cmark_node_first_child(part) : part;
    const cmark_node_type type = inner == nullptr ? CMARK_NODE_NONE : cmark_node_get_type(inner);
    if (type == CMARK_NODE_IMAGE) {
      any = true;
    } else if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK) {
      return false;
    }
  }
  return any;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = std::min(text.find('\n', pos), text.size());
    lines.push_back(text.substr(pos, end - pos));
    pos = end + 1;
  }
  return lines;
}

class Continuation {
 public:
  explicit Continuation(std::string_view text) : lines_(lines_of(text)) {}

  // Goes through one row of siblings.
  void read(cmark_node* first) {
    cmark_node* list = nullptr;  // the last one, with nothing but code and pictures behind it
    bool parted = false;
    for (cmark_node* node = first; node != nullptr; node = cmark_node_next(node)) {
      if (is_ordered(node)) {
        if (list != nullptr && parted && numbers_itself(list) && numbers_itself(node)) go_on(list, node);
        list = node;
        parted = false;
      } else if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK || is_picture(node)) {
        parted = true;
      } else {
        list = nullptr;
      }
    }
  }

 private:
  // True when each item is written as "1.". cmark keeps the first item's number only.
  bool numbers_itself(cmark_node* list) const {
    for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
      const auto line = static_cast<size_t>(std::max(cmark_node_get_start_line(item), 1)) - 1;
      const auto column = static_cast<size_t>(std::max(cmark_node_get_start_column(item), 1)) - 1;
      if (line >= lines_.size() || column >= lines_[line].size()) return false;
      const std::string_view mark = lines_[line].substr(column, 2);
      if (mark != "1." && mark != "1)") return false;
    }
    return true;
  }

  static void go_on(cmark_node* list, cmark_node* next) {
    if (cmark_node_get_list_delim(list) != cmark_node_get_list_delim(next)) return;
    int count = 0;
    for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item))
      ++count;
    cmark_node_set_list_start(next, cmark_node_get_list_start(list) + count);
  }

  std::vector<std::string_view> lines_;
};

}  // namespace

void continue_lists(std::string_view text, cmark_node* root) {
  if (text.find("1.") == std::string_view::npos && text.find("1)") == std::string_view::npos) return;
  Continuation continuation(text);
  for (cmark_node* node = root; node != nullptr;) {
    cmark_node* child = cmark_node_first_child(node);
    const bool holds_blocks =
        child != nullptr && (cmark_node_get_type(child) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    if (holds_blocks) {
      continuation.read(child);
      node = child;
      continue;
    }
    while (node != root && cmark_node_next(node) == nullptr) node = cmark_node_parent(node);
    node = node == root ? nullptr : cmark_node_next(node);
  }
}

}  // namespace signpost
