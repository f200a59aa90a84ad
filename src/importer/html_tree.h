// html_tree.h - a parsed HTML text: libxml2's tree with what the conversion asks of its nodes.
// Tested by tests/unit/importer/html_tree_test.cc.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace signpost {

// How deep elements may be nested; the parser itself gives up at 256 (2048 in later versions).
inline constexpr int kMaxHtmlDepth = 200;

class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  // Null when there is nothing in it.
  const xmlNode* root() const;

  // False for a tree that is nested too deep to be walked, or that the parser has cut off for it.
  bool is_walkable() const;

 private:
  xmlDoc* doc_ = nullptr;
};

std::string_view name_of(const xmlNode* node);
std::string attribute_of(const xmlNode* node, const char* name);
bool has_class(const xmlNode* node, std::string_view word);

// All text inside, `<br>` as a line end.
std::string text_of(const xmlNode* node);

// The first element inside with this name, in the order of the text; null when there is none.
const xmlNode* find_element(const xmlNode* node, std::string_view name);

}  // namespace signpost
