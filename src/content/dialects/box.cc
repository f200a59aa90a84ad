// box.cc - how passes say "box", "folded", "tabs" in Markdown, and how the renderer reads it.
// Tested by tests/unit/content/dialects/box_test.cc.
#include "content/dialects/box.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/labels.h"

namespace signpost {
namespace {

std::string_view name_of(BoxType type) {
  switch (type) {
    case BoxType::box:
      return "box";
    case BoxType::fold:
    case BoxType::open_fold:
      return "fold";
    case BoxType::tabs:
      return "tabs";
    case BoxType::tab:
      return "tab";
  }
  return {};
}

// So that the text is a paragraph, whatever it starts with: "1. Install", "# Note".
std::string as_paragraph(std::string_view text) {
  text = trimmed(text);
  const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool number = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  const bool mark = !text.empty() && std::string_view("#-+=>|~:<").find(text[0]) != std::string_view::npos;
  const bool star = text.starts_with("* ");
  const size_t at = number ? digits : 0;
  std::string out(text);
  if (number || mark || star) out.insert(at, "\\");
  return out;
}

std::string title_of(const BoxStart& start, std::string_view lang) {
  if (start.untitled || start.type == BoxType::tabs) return {};
  if (!trimmed(start.title).empty()) return as_paragraph(start.title);
  return start.type == BoxType::tab ? std::string() : as_paragraph(admonition_of(start.kind, lang).label);
}

}  // namespace

void start_box(DialectLines& out, const BoxStart& start, std::string_view prefix, const DialectLine& at,
               std::string_view lang) {
  const auto add = [&](const std::string& text) {
    out.push_back({std::string(prefix) + text, at.source, false});
  };
  std::string mark = "<?" + std::string(name_of(start.type));
  if (start.type != BoxType::tabs && start.type != BoxType::tab) {
    mark += " " + std::string(admonition_of(start.kind, lang).name);
  }
  add(mark + (start.type == BoxType::open_fold ? " open?>" : "?>"));
  const std::string title = title_of(start, lang);
  if (title.empty()) return;
  add("<?title?>");
  add(title);
  add("<?/title?>");
}

void end_box(DialectLines& out, BoxType type, std::string_view prefix, const DialectLine& at) {
  out.push_back({std::string(prefix) + "<?/" + std::string(name_of(type)) + "?>", at.source, false});
}

namespace {

BoxMark mark_of(std::string_view name, const std::string& classes, bool open) {
  if (name == "box") {
    return {BoxMark::Action::start,           "box",   "<div " + classes + ">", "</div>\n",
            "<p class=\"admonition-title\">", "</p>\n"};
  }
  if (name == "fold") {
    return {BoxMark::Action::start, "fold",      "<details " + classes + (open ? " open>" : ">"),
            "</details>\n",         "<summary>", "</summary>\n"};
  }
  if (name == "tab") {
    return {BoxMark::Action::start,    "tab",   "<div class=\"tab\">", "</div>\n",
            "<p class=\"tab-title\">", "</p>\n"};
  }
  if (name == "tabs") return {BoxMark::Action::start, "tabs", "<div class=\"tabs\">\n", "</div>\n", {}, {}};
  if (name == "title") return {BoxMark::Action::title, "title", {}, {}, {}, {}};
  return {};
}

}  // namespace

std::optional<BoxMark> read_box_mark(std::string_view html) {
  html = trimmed(html);
  if (!html.starts_with("<?") || !html.ends_with("?>") || html.size() > 64) return std::nullopt;
  std::string_view words = html.substr(2, html.size() - 4);
  const bool ends = words.starts_with('/');
  if (ends) words.remove_prefix(1);
  const std::string_view name = words.substr(0, words.find(' '));
  words = trimmed(words.substr(name.size()));
  const std::string_view kind = words.substr(0, words.find(' '));
  if (!std::all_of(kind.begin(), kind.end(), is_lower)) return std::nullopt;
  const std::string classes = "class=\"admonition" + (kind.empty() ? "" : " " + std::string(kind)) + "\"";
  BoxMark mark = mark_of(name, classes, words.ends_with(" open"));
  if (mark.name.empty()) return std::nullopt;
  if (ends) mark.action = BoxMark::Action::end;
  return mark;
}

}  // namespace signpost
