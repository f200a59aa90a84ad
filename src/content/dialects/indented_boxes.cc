// indented_boxes.cc - the boxes and tabs of Python-Markdown and MkDocs.
// Tested by tests/unit/content/dialects/indented_boxes_test.cc.
#include "content/dialects/indented_boxes.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "content/dialects/box.h"
#include "content/dialects/line_parts.h"
#include "content/labels.h"

namespace signpost {
namespace {

constexpr size_t kBodyIndent = 4;
constexpr int kMaxBoxDepth = 12;  // each level is read once more

// Where a box floats, which is nothing here.
bool is_place(std::string_view word) {
  return is_one_of(word, {"inline", "end", "left", "right", "annotate", "small", "expand", "open"});
}

// Reads `kind place "Title"` to the end of the line; false when it is something else. Where the quotes were
// forgotten, what stands behind a kind that we know is the title.
bool read_kind_and_title(std::string_view rest, BoxStart& start, bool& quoted) {
  const size_t quote = rest.find('"');
  std::string_view words = trimmed(rest.substr(0, quote));
  const std::string_view kind = words.substr(0, words.find(' '));
  if (!std::all_of(kind.begin(), kind.end(), [](char c) { return is_alnum(c) || c == '-' || c == '_'; }))
    return false;
  start.kind = std::string(kind);
  words = trimmed(words.substr(kind.size()));
  while (is_place(words.substr(0, words.find(' '))))
    words = trimmed(words.substr(std::min(words.find(' '), words.size())));
  const size_t end = rest.rfind('"');
  quoted = quote != std::string_view::npos && end > quote && trimmed(rest.substr(end + 1)).empty();
  if (quoted) {
    start.title = std::string(rest.substr(quote + 1, end - quote - 1));
    start.untitled = trimmed(start.title).empty();
    return words.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_ ") == std::string_view::npos;
  }
  if (quote != std::string_view::npos) return false;
  start.title = std::string(words);
  return words.empty() || find_admonition(kind, "en");
}

std::optional<BoxStart> read_indented_start(std::string_view line, bool& quoted) {
  std::string_view text = trimmed(line);
  BoxStart start;
  if (text.starts_with("!!!")) {
    start.type = BoxType::box;
  } else if (text.starts_with("???")) {
    start.type = text.starts_with("???+") ? BoxType::open_fold : BoxType::fold;
  } else if (text.starts_with("===")) {
    start.type = BoxType::tab;
  } else {
    return std::nullopt;
  }
  text.remove_prefix(3);
  while (!text.empty() && (text[0] == '+' || (text[0] == '!' && start.type == BoxType::tab)))
    text.remove_prefix(1);
  if (!read_kind_and_title(text, start, quoted)) return std::nullopt;
  const bool is_tab = start.type == BoxType::tab;
  if (is_tab ? !quoted || !start.kind.empty() : start.kind.empty()) return std::nullopt;
  return start;
}

class IndentedBoxes {
 public:
  explicit IndentedBoxes(const DialectContext& context) : context_(context) {}

  DialectLines convert(DialectLines lines, int depth) const {
    DialectLines out;
    out.reserve(lines.size());
    for (size_t i = 0; i < lines.size();) {
      bool quoted = false;
      const auto start =
          lines[i].code || depth > kMaxBoxDepth ? std::nullopt : read_indented_start(lines[i].text, quoted);
      const size_t indent = start ? indent_of(lines[i].text) : 0;
      const size_t end = start ? body_end(lines, i + 1, indent + kBodyIndent) : i + 1;
      const bool alone = end == i + 1 && !(quoted && context_.dialects.has(Dialect::mkdocs));
      if (!start || alone) {
        out.push_back(std::move(lines[i++]));
        continue;
      }
      const std::string prefix(indent, ' ');
      start_box(out, *start, prefix, lines[i]);
      for (DialectLine& line : convert(body_of(lines, i + 1, end, indent + kBodyIndent), depth + 1)) {
        if (!line.text.empty()) line.text.insert(0, prefix);
        out.push_back(std::move(line));
      }
      end_box(out, start->type, prefix, lines[end - 1]);
      i = end;
    }
    return out;
  }

 private:
  // Behind the last line from `from` on that is indented so far; blank lines at the end are none of it.
  static size_t body_end(const DialectLines& lines, size_t from, size_t columns) {
    size_t end = from;
    for (size_t i = from; i < lines.size(); ++i) {
      if (trimmed(lines[i].text).empty()) continue;
      if (indent_of(lines[i].text) < columns) break;
      end = i + 1;
    }
    return end;
  }

  static DialectLines body_of(const DialectLines& lines, size_t from, size_t to, size_t columns) {
    DialectLines body(lines.begin() + static_cast<std::ptrdiff_t>(from),
                      lines.begin() + static_cast<std::ptrdiff_t>(to));
    for (DialectLine& line : body) line.text = without_indent(line.text, columns);
    find_code(body);
    return body;
  }

  const DialectContext& context_;
};

bool may_have_indented_box(std::string_view body, DialectSet) {
  return body.find("!!!") != std::string_view::npos || body.find("???") != std::string_view::npos ||
         body.find("=== \"") != std::string_view::npos || body.find("===+ \"") != std::string_view::npos ||
         body.find("===! \"") != std::string_view::npos;
}

void read_indented_boxes(DialectLines& lines, const DialectContext& context) {
  lines = IndentedBoxes(context).convert(std::move(lines), 0);
}

}  // namespace

const DialectPass kIndentedBoxes = {may_have_indented_box, read_indented_boxes};

}  // namespace signpost
