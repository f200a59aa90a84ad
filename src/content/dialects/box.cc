// box.cc - how passes say "box", "folded", "tabs" in Markdown, and how the renderer reads it.
// Tested by tests/unit/content/dialects/box_test.cc.
#include "content/dialects/box.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/escape.h"
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

bool is_kind_char(char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '_'; }

// The kind as a mark can have it: "big-news" of "Big News!"; of one in other letters, "".
std::string marked_kind(std::string_view kind) {
  std::string word = lower_case(trimmed(kind));
  std::replace(word.begin(), word.end(), ' ', '-');
  std::erase_if(word, [](char c) { return !is_kind_char(c); });
  return word.substr(0, 32);
}

}  // namespace

void start_box(DialectLines& out, const BoxStart& start, std::string_view prefix, const DialectLine& at) {
  const auto add = [&](const std::string& text) {
    out.push_back({std::string(prefix) + text, at.source, false});
  };
  const bool has_kind = start.type != BoxType::tabs && start.type != BoxType::tab;
  const std::string kind = has_kind ? marked_kind(start.kind) : std::string();
  std::string title =
      start.type == BoxType::tabs || start.untitled ? std::string() : as_paragraph(start.title);
  if (has_kind && title.empty() && kind.empty() && !start.untitled) title = as_paragraph(start.kind);
  std::string mark = "<?" + std::string(name_of(start.type));
  if (has_kind) mark += " " + (kind.empty() ? "note" : kind);
  if (start.type == BoxType::open_fold) mark += " open";
  if (has_kind && (start.untitled || !title.empty())) mark += " bare";
  add(mark + "?>");
  if (title.empty()) return;
  add("<?title?>");
  add(title);
  add("<?/title?>");
}

void end_box(DialectLines& out, BoxType type, std::string_view prefix, const DialectLine& at) {
  out.push_back({std::string(prefix) + "<?/" + std::string(name_of(type)) + "?>", at.source, false});
}

namespace {

BoxMark kind_mark(std::string_view name, std::string_view kind, std::string_view options,
                  std::string_view lang) {
  const Admonition admonition = admonition_of(kind, lang);
  const bool folds = name == "fold";
  BoxMark mark;
  mark.name = folds ? "fold" : "box";
  mark.title_tag = folds ? "<summary>" : "<p class=\"admonition-title\">";
  mark.title_end_tag = folds ? "</summary>\n" : "</p>\n";
  mark.end_tag = folds ? "</details>\n" : "</div>\n";
  mark.start_tag = (folds ? "<details class=\"admonition " : "<div class=\"admonition ");
  mark.start_tag += std::string(admonition.name) + "\"";
  if (folds && options.find("open") != std::string_view::npos) mark.start_tag += " open";
  mark.start_tag += ">";
  if (options.find("bare") != std::string_view::npos) return mark;
  mark.start_tag += mark.title_tag;
  append_escaped(mark.start_tag, admonition.label);
  mark.start_tag += mark.title_end_tag;
  return mark;
}

BoxMark tab_mark(std::string_view name) {
  BoxMark mark;
  mark.name = name == "tab" ? "tab" : "tabs";
  mark.start_tag = name == "tab" ? "<div class=\"tab\">" : "<div class=\"tabs\">\n";
  mark.end_tag = "</div>\n";
  mark.title_tag = "<p class=\"tab-title\">";
  mark.title_end_tag = "</p>\n";
  return mark;
}

}  // namespace

std::optional<BoxMark> read_box_mark(std::string_view html, std::string_view lang) {
  html = trimmed(html);
  if (!html.starts_with("<?") || !html.ends_with("?>") || html.size() > 64) return std::nullopt;
  std::string_view words = html.substr(2, html.size() - 4);
  const bool ends = words.starts_with('/');
  if (ends) words.remove_prefix(1);
  const std::string_view name = words.substr(0, words.find(' '));
  words = trimmed(words.substr(name.size()));
  const std::string_view kind = words.substr(0, words.find(' '));
  if (!std::all_of(kind.begin(), kind.end(), is_kind_char)) return std::nullopt;
  BoxMark mark;
  if (name == "box" || name == "fold") {
    mark = kind_mark(name, kind, words.substr(kind.size()), lang);
  } else if (name == "tab" || name == "tabs") {
    mark = tab_mark(name);
  } else if (name == "title") {
    mark.name = "title";
    mark.action = BoxMark::Action::title;
  } else {
    return std::nullopt;
  }
  if (ends) mark.action = BoxMark::Action::end;
  return mark;
}

}  // namespace signpost
