#include "tests/unit/content/html_oracle.h"

#include <gumbo.h>

#include <algorithm>
#include <set>

namespace signpost::testing {
namespace {

const std::set<std::string> kElements = {
    "audio",   "picture",    "source", "track",   "video",   "a",     "abbr", "b",          "bdi",
    "bdo",     "blockquote", "br",     "caption", "cite",    "code",  "col",  "colgroup",   "dd",
    "del",     "details",    "dfn",    "div",     "dl",      "dt",    "em",   "figcaption", "figure",
    "h2",      "h3",         "h4",     "h5",      "h6",      "hr",    "i",    "img",        "input",
    "ins",     "kbd",        "li",     "mark",    "ol",      "p",     "pre",  "q",          "rp",
    "rt",      "ruby",       "s",      "samp",    "section", "small", "span", "strong",     "sub",
    "summary", "sup",        "table",  "tbody",   "td",      "tfoot", "th",   "thead",      "time",
    "tr",      "u",          "ul",     "var",     "wbr"};

const std::set<std::string> kAttributes = {
    "controls",    "default",    "kind",    "label",   "loop",    "media",    "muted",
    "playsinline", "poster",     "preload", "sizes",   "srcset",  "srclang",  "align",
    "alt",         "aria-label", "checked", "class",   "colspan", "datetime", "dir",
    "disabled",    "height",     "href",    "id",      "lang",    "loading",  "open",
    "rel",         "reversed",   "role",    "rowspan", "scope",   "span",     "src",
    "start",       "tabindex",   "title",   "type",    "value",   "width"};

bool starts_with(const std::string& text, const char* start) { return text.rfind(start, 0) == 0; }

class Checker {
 public:
  explicit Checker(bool stranger) : stranger_(stranger) {}

  void visit(const GumboNode* root) {
    std::vector<const GumboNode*> open = {root};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (node->type == GUMBO_NODE_TEMPLATE) found.push_back("template");
      if (node->type == GUMBO_NODE_COMMENT) found.push_back("comment");
      if (node->type != GUMBO_NODE_ELEMENT) continue;
      element(node->v.element);
      for (unsigned i = 0; i < node->v.element.children.length; ++i) {
        open.push_back(static_cast<const GumboNode*>(node->v.element.children.data[i]));
      }
    }
  }

  std::vector<std::string> found;

 private:
  void element(const GumboElement& element) {
    const std::string name = gumbo_normalized_tagname(element.tag);
    if (name == "html" || name == "head" || name == "body") {
      if (element.attributes.length > 0) found.push_back("attributes on " + name);
      return;
    }
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) found.push_back("foreign " + name);
    if (kElements.count(name) == 0) found.push_back("element " + name);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      check_attribute(name, attribute->name, attribute->value);
    }
    if (stranger_ && name == "a" && gumbo_get_attribute(&element.attributes, "href") != nullptr)
      check_rel(element);
  }

  void check_rel(const GumboElement& element) {
    const GumboAttribute* rel = gumbo_get_attribute(&element.attributes, "rel");
    const GumboAttribute* part = gumbo_get_attribute(&element.attributes, "class");
    const GumboAttribute* id = gumbo_get_attribute(&element.attributes, "id");
    const bool footnote = part != nullptr || id != nullptr;
    if (!footnote && (rel == nullptr || std::string(rel->value) != "ugc nofollow noopener"))
      found.push_back("link without rel");
  }

  void check_attribute(const std::string& element, const std::string& name, const std::string& value) {
    if (kAttributes.count(name) == 0) found.push_back("attribute " + element + " " + name);
    if (name == "id" && !ids_.insert(value).second) found.push_back("repeated id " + value);
    if (name == "href") check_url(value, {"http://", "https://", "mailto:", "tel:", "#", "/"});
    if (name == "srcset") check_set(value);
    if (name != "src" && name != "poster") return;
    if (element != "img" && element != "source" && element != "track" && element != "video")
      found.push_back("src on " + element);
    if (stranger_ && !starts_with(value, "/files/")) found.push_back("remote image " + value);
    check_url(value, {"http://", "https://", "data:image/png;base64,", "data:image/jpeg;base64,",
                      "data:image/gif;base64,", "data:image/webp;base64,", "/"});
  }

  void check_set(const std::string& value) {
    if (stranger_) found.push_back("srcset of a stranger");
    for (size_t at = 0; at < value.size(); at = std::min(value.find(", ", at), value.size() - 2) + 2)
      check_url(value.substr(at), {"http://", "https://", "/", "data:image/"});
  }

  void check_url(std::string url, const std::vector<const char*>& allowed) {
    std::transform(url.begin(), url.end(), url.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; });
    if (std::none_of(allowed.begin(), allowed.end(),
                     [&](const char* start) { return starts_with(url, start); })) {
      found.push_back("URL " + url);
    }
  }

  bool stranger_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<std::string> violations(const std::string& html, bool stranger) {
  const std::string page = "<!doctype html><html><head></head><body>" + html + "</body></html>";
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  Checker checker(stranger);
  checker.visit(output->root);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return checker.found;
}

}  // namespace signpost::testing
