// html_elements.cc - which elements and attributes of raw HTML may stand in an article: the allow-list.
// Tested by tests/unit/content/html_elements_test.cc.
#include "content/html_elements.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>

#include "base/ascii.h"

namespace signpost {
namespace {

using Elements = std::unordered_map<std::string_view, ElementInfo>;

Elements make_elements() {
  Elements all;
  const auto add = [&all](ElementInfo info, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) all[name] = info;
  };
  constexpr auto kAllow = ElementPolicy::allow;
  add({kAllow, false, true, {}},
      {"blockquote", "caption", "dd",    "details", "div",   "dl", "dt",    "figcaption", "figure", "h1",
       "h2",         "h3",      "h4",    "h5",      "h6",    "li", "ol",    "p",          "pre",    "section",
       "summary",    "table",   "tbody", "td",      "tfoot", "th", "thead", "tr",         "ul"});
  add({kAllow, false, false, {}},
      {"a",       "abbr",  "b",     "bdi",  "bdo",    "cite", "code", "colgroup", "del", "dfn", "audio",
       "picture", "video", "em",    "i",    "ins",    "kbd",  "mark", "q",        "rp",  "rt",  "ruby",
       "s",       "samp",  "small", "span", "strong", "sub",  "sup",  "time",     "u",   "var"});
  add({kAllow, true, true, {}}, {"hr"});
  add({kAllow, true, false, {}}, {"br", "col", "img", "source", "track", "wbr"});
  add({kAllow, false, false, "code"}, {"tt"});
  add({kAllow, false, false, "del"}, {"strike"});
  constexpr auto kUnwrap = ElementPolicy::unwrap;
  add({kUnwrap, false, true, {}},
      {"address", "article", "aside", "body", "center", "dir", "fieldset", "footer", "form", "header",
       "hgroup", "html", "legend", "main", "menu", "nav", "optgroup", "option", "search"});
  add({kUnwrap, false, false, {}}, {"acronym", "big", "blink", "button", "data", "font", "label", "marquee",
                                    "meter", "nobr", "output", "progress", "rb", "rtc", "slot"});
  add({kUnwrap, true, false, {}},
      {"area", "base", "basefont", "bgsound", "frame", "image", "input", "keygen", "link", "meta", "param"});
  constexpr auto kDrop = ElementPolicy::drop;
  add({kDrop, false, true, {}},
      {"applet", "canvas",  "datalist", "frameset", "head",     "iframe",    "map",
       "math",   "noembed", "noframes", "noscript", "object",   "plaintext", "script",
       "select", "style",   "svg",      "template", "textarea", "title",     "xmp"});
  add({kDrop, true, true, {}}, {"embed"});
  return all;
}

bool is_number(std::string_view value, size_t max_digits) {
  return !value.empty() && value.size() <= max_digits && std::all_of(value.begin(), value.end(), is_digit);
}

bool is_whole_number(std::string_view value) {
  return is_number(value.substr(value.substr(0, 1) == "-" ? 1 : 0), 9);
}

bool is_word(std::string_view value) {
  return !value.empty() && value.size() <= 64 && std::all_of(value.begin(), value.end(), [](char c) {
    return is_alnum(c) || c == '-' || c == '_' || c == '+' || c == '#';
  });
}

bool is_time(std::string_view value) {
  return !value.empty() && value.size() <= 40 && std::all_of(value.begin(), value.end(), [](char c) {
    return is_digit(c) || is_one_of(std::string_view(&c, 1),
                                    {"-", ":", ".", "+", "T", "Z", " ", "P", "D", "H", "M", "S", "W"});
  });
}

// "video/mp4", "video/mp4; codecs=avc1.42E01E".
bool is_media_type(std::string_view value) {
  return value.size() <= 100 && value.find('/') != std::string_view::npos &&
         std::all_of(value.begin(), value.end(), [](char c) {
           return is_alnum(c) || std::string_view("/+-.,;= \"'").find(c) != std::string_view::npos;
         });
}

// A media query or a list of sizes: "(max-width: 600px) 480px, 100vw".
bool is_condition(std::string_view value) {
  return !value.empty() && value.size() <= 200 && std::all_of(value.begin(), value.end(), [](char c) {
    return is_alnum(c) || std::string_view("():,-.<>=/% ").find(c) != std::string_view::npos;
  });
}

bool is_allowed_on_track(std::string_view name, std::string_view value) {
  if (name == "kind") return is_one_of(value, {"subtitles", "captions", "descriptions", "chapters"});
  if (name == "srclang") return is_word(value) && value.size() <= 20;
  return name == "label" || name == "default";
}

// Attributes that only some elements have.
bool is_allowed_on(std::string_view element, std::string_view name, std::string_view value) {
  if (is_table_cell(element) && (name == "colspan" || name == "rowspan"))
    return is_number(value, 3) && value != "0";
  if (element == "th" && name == "scope") return is_one_of(value, {"col", "row", "colgroup", "rowgroup"});
  if ((is_table_cell(element) || element == "tr") && name == "align")
    return is_one_of(value, {"left", "center", "right"});
  if ((element == "col" || element == "colgroup") && name == "span")
    return is_number(value, 3) && value != "0";
  if ((element == "img" || element == "video") && (name == "width" || name == "height"))
    return is_number(value, 4);
  if (is_one_of(element, {"video", "audio"})) return is_one_of(name, {"loop", "muted", "playsinline"});
  if (element == "source" && name == "type") return is_media_type(value);
  if (element == "source" && name == "media") return is_condition(value);
  if ((element == "source" || element == "img") && name == "sizes") return is_condition(value);
  if (element == "track") return is_allowed_on_track(name, value);
  if (element == "img" && name == "alt") return true;
  if (element == "ol" && name == "start") return is_whole_number(value);
  if (element == "ol" && name == "type") return is_one_of(value, {"1", "a", "A", "i", "I"});
  if (element == "ol" && name == "reversed") return true;
  if (element == "li" && name == "value") return is_whole_number(value);
  if (element == "details" && name == "open") return true;
  if ((element == "time" || element == "del" || element == "ins") && name == "datetime")
    return is_time(value);
  return false;
}

struct BlockRow {
  std::string_view element;
  BlockKind kind;
};
constexpr BlockRow kBlocks[] = {
    {"ol", BlockKind::numbered_list}, {"ul", BlockKind::bullet_list}, {"dl", BlockKind::bullet_list},
    {"li", BlockKind::item},          {"dd", BlockKind::item},        {"dt", BlockKind::label},
    {"table", BlockKind::table},      {"tr", BlockKind::row},         {"td", BlockKind::cell},
    {"th", BlockKind::header_cell},   {"caption", BlockKind::label},  {"blockquote", BlockKind::quote},
    {"details", BlockKind::fold},     {"summary", BlockKind::label},  {"pre", BlockKind::code},
    {"figcaption", BlockKind::label}, {"box", BlockKind::box},        {"fold", BlockKind::fold},
    {"tab", BlockKind::tab}};

}  // namespace

std::optional<BlockKind> block_of_element(std::string_view name) {
  const auto row = std::find_if(std::begin(kBlocks), std::end(kBlocks),
                                [&](const BlockRow& known) { return known.element == name; });
  return row == std::end(kBlocks) ? std::nullopt : std::make_optional(row->kind);
}

bool is_table_cell(std::string_view name) { return name == "td" || name == "th"; }

ElementInfo element_info(std::string_view name) {
  static const Elements elements = make_elements();
  const auto found = elements.find(name);
  return found == elements.end() ? ElementInfo() : found->second;
}

bool is_allowed_attribute(std::string_view element, std::string_view name, std::string_view value) {
  if (name == "title") return true;
  if (name == "lang") return is_word(value) && value.size() <= 20;
  if (name == "dir") return is_one_of(value, {"ltr", "rtl", "auto"});
  if (name == "class") return value.substr(0, 9) == "language-" && is_word(value);
  return is_allowed_on(element, name, value);
}

bool closes_implicitly(std::string_view element, std::string_view opened) {
  if (opened == "li") return element == "li";
  if (opened == "dt" || opened == "dd") return element == "dt" || element == "dd";
  if (is_table_cell(opened)) return is_table_cell(element);
  if (opened == "tr") return is_table_cell(element) || element == "tr";
  if (is_one_of(opened, {"thead", "tbody", "tfoot"})) {
    return is_table_cell(element) ||
           is_one_of(element, {"tr", "thead", "tbody", "tfoot", "caption", "colgroup"});
  }
  return element == "p" && element_info(opened).is_block;
}

bool bounds_implied_end(std::string_view element, std::string_view opened) {
  if (opened == "li") return element == "ul" || element == "ol";
  if (opened == "dt" || opened == "dd") return element == "dl";
  if (is_table_cell(opened)) return element == "tr" || element == "table";
  if (opened == "tr" || is_one_of(opened, {"thead", "tbody", "tfoot"})) return element == "table";
  return element != "p" && element_info(element).is_block;
}

}  // namespace signpost
