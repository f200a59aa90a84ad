// html_tree.cc - the one file that calls libxml2's HTML parser.
#include "importer/html_tree.h"

#include <libxml/HTMLparser.h>

#include "importer/html_source.h"

namespace signpost {
namespace {

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// Nodes below `root` in the order of the text; `visit(node, depth)` says whether to go on.
template <class Visit>
void walk(const xmlNode* root, const Visit& visit) {
  const xmlNode* node = root;
  int depth = 0;
  while (node != nullptr && visit(node, depth)) {
    if (node->type != XML_ENTITY_REF_NODE && node->children != nullptr) {
      node = node->children;
      ++depth;
      continue;
    }
    while (node != root && node->next == nullptr) {
      node = node->parent;
      --depth;
    }
    node = node == root ? nullptr : node->next;
  }
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
  const std::string reduced = reduced_html(html);
  doc_ = htmlReadMemory(reduced.data(), static_cast<int>(reduced.size()), nullptr, "UTF-8", kOptions);
}

HtmlTree::~HtmlTree() { xmlFreeDoc(doc_); }

const xmlNode* HtmlTree::root() const { return doc_ == nullptr ? nullptr : xmlDocGetRootElement(doc_); }

bool HtmlTree::is_walkable() const {
  int deepest = 0;
  if (const xmlNode* top = root()) {
    walk(top, [&](const xmlNode*, int depth) { return (deepest = depth) <= kMaxHtmlDepth; });
  }
  return deepest <= kMaxHtmlDepth;
}

std::string_view name_of(const xmlNode* node) { return view_of(node->name); }

std::string attribute_of(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetNoNsProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name));
  std::string text(view_of(value));
  xmlFree(value);
  return text;
}

bool has_class(const xmlNode* node, std::string_view word) {
  const std::string classes = " " + attribute_of(node, "class") + " ";
  return classes.find(" " + std::string(word) + " ") != std::string::npos;
}

std::string text_of(const xmlNode* node) {
  std::string text;
  walk(node, [&](const xmlNode* each, int) {
    if (each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE) text += view_of(each->content);
    if (each->type == XML_ELEMENT_NODE && name_of(each) == "br") text += '\n';
    return true;
  });
  return text;
}

const xmlNode* find_element(const xmlNode* node, std::string_view name) {
  const xmlNode* found = nullptr;
  walk(node, [&](const xmlNode* each, int) {
    if (each != node && each->type == XML_ELEMENT_NODE && name_of(each) == name) found = each;
    return found == nullptr;
  });
  return found;
}

}  // namespace signpost
