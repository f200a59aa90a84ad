// html_kinds.cc - one table of elements; those that it lacks stand for their content.
#include "importer/html_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace signpost {
namespace {

struct ElementName {
  std::string_view name;
  Element element;
};

constexpr std::array<ElementName, 71> kElements = {{
    {"a", Element::link},           {"address", Element::block},   {"article", Element::block},
    {"aside", Element::aside},      {"audio", Element::frame},     {"b", Element::strong},
    {"blockquote", Element::quote}, {"br", Element::line_break},   {"button", Element::skip},
    {"canvas", Element::skip},      {"caption", Element::block},   {"center", Element::block},
    {"code", Element::code},        {"dd", Element::block},        {"del", Element::strike},
    {"details", Element::block},    {"dir", Element::list},        {"div", Element::block},
    {"dl", Element::block},         {"dt", Element::strong_block}, {"em", Element::emphasis},
    {"embed", Element::skip},       {"fieldset", Element::block},  {"figcaption", Element::block},
    {"figure", Element::block},     {"footer", Element::block},    {"form", Element::block},
    {"h1", Element::heading},       {"h2", Element::heading},      {"h3", Element::heading},
    {"h4", Element::heading},       {"h5", Element::heading},      {"h6", Element::heading},
    {"head", Element::skip},        {"header", Element::block},    {"hr", Element::rule},
    {"i", Element::emphasis},       {"iframe", Element::frame},    {"img", Element::image},
    {"input", Element::skip},       {"kbd", Element::code},        {"legend", Element::block},
    {"li", Element::block},         {"main", Element::block},      {"menu", Element::list},
    {"nav", Element::block},        {"object", Element::skip},     {"ol", Element::list},
    {"p", Element::block},          {"pre", Element::pre},         {"s", Element::strike},
    {"samp", Element::code},        {"script", Element::skip},     {"section", Element::block},
    {"select", Element::skip},      {"strike", Element::strike},   {"strong", Element::strong},
    {"style", Element::skip},       {"sub", Element::small},       {"summary", Element::strong_block},
    {"sup", Element::small},        {"svg", Element::skip},        {"table", Element::table},
    {"tbody", Element::block},      {"td", Element::block},        {"textarea", Element::skip},
    {"th", Element::block},         {"tr", Element::block},        {"tt", Element::code},
    {"ul", Element::list},          {"video", Element::frame},
}};

}  // namespace

Element element_of(const xmlNode* node) {
  const std::string_view name = name_of(node);
  const auto at =
      std::lower_bound(kElements.begin(), kElements.end(), name,
                       [](const ElementName& known, std::string_view wanted) { return known.name < wanted; });
  return at != kElements.end() && at->name == name ? at->element : Element::none;
}

std::string code_language_of(const xmlNode* node) {
  const xmlNode* code = find_element(node, "code");
  std::string words = attribute_of(node, "data-code-wrap");
  if (words.empty()) {
    words = attribute_of(node, "class") + ' ' + (code == nullptr ? "" : attribute_of(code, "class"));
    size_t at = words.find("lang-");
    size_t length = 5;
    if (at == std::string::npos) {
      at = words.find("language-");
      length = 9;
    }
    if (at == std::string::npos) return {};
    words.erase(0, at + length);
  }
  const size_t end =
      words.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#_-");
  words.resize(std::min({end, words.size(), size_t{32}}));
  const bool none = words == "auto" || words == "none" || words == "nohighlight" || words == "plaintext" ||
                    words == "text" || words == "default";
  return none ? std::string() : words;
}

char alignment_of(const xmlNode* node) {
  const std::string words = attribute_of(node, "align") + ' ' + attribute_of(node, "style");
  if (words.find("right") != std::string::npos) return 'r';
  if (words.find("center") != std::string::npos) return 'c';
  return words.find("left") != std::string::npos ? 'l' : ' ';
}

}  // namespace signpost
