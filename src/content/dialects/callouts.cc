// callouts.cc - the quotes that are boxes with a title of their own, or folded, or by their class.
// Tested by tests/unit/content/dialects/callouts_test.cc.
#include "content/dialects/callouts.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "content/dialects/box.h"
#include "content/dialects/line_parts.h"
#include "content/labels.h"

namespace signpost {
namespace {

constexpr int kMaxCalloutDepth = 12;

size_t quote_marks(std::string_view line) {
  const std::string_view prefix = line.substr(0, prefix_length(line));
  return static_cast<size_t>(std::count(prefix.begin(), prefix.end(), '>'));
}

// The line without its quote mark of this number, from 1, and the space behind it.
std::string without_quote_mark(std::string_view line, size_t number) {
  size_t pos = 0;
  while (pos < line.size() && (line[pos] != '>' || --number > 0)) ++pos;
  if (pos == line.size()) return std::string(line);
  const size_t behind = pos + (line.substr(pos + 1, 1) == " " ? 2 : 1);
  return std::string(line.substr(0, pos)) + std::string(line.substr(behind));
}

std::optional<BoxStart> read_callout(std::string_view line, DialectSet dialects) {
  std::string_view text = line.substr(prefix_length(line));
  const size_t close = text.find(']');
  if (!text.starts_with("[!") || close == std::string_view::npos || quote_marks(line) == 0)
    return std::nullopt;
  BoxStart start;
  std::string_view kind = text.substr(2, close - 2);
  kind = trimmed(kind.substr(0, kind.find('|')));
  if (kind.empty() || kind.find_first_of("[(") != std::string_view::npos) return std::nullopt;
  start.kind = std::string(kind);
  text.remove_prefix(close + 1);
  const bool folds = text.starts_with('-') || text.starts_with('+');
  if (folds) {
    start.type = text[0] == '+' ? BoxType::open_fold : BoxType::fold;
    text.remove_prefix(1);
  }
  if (!text.empty() && !is_space(text[0])) return std::nullopt;
  start.title = std::string(trimmed(text));
  const bool titled = !start.title.empty() && dialects.has(Dialect::obsidian);
  return folds || titled ? std::make_optional(start) : std::nullopt;
}

class Callouts {
 public:
  explicit Callouts(const DialectContext& context) : context_(context) {}

  DialectLines convert(DialectLines lines, int depth) const {
    DialectLines out;
    out.reserve(lines.size());
    for (size_t i = 0; i < lines.size();) {
      const bool may = !lines[i].code && depth < kMaxCalloutDepth;
      const auto start = may ? read_callout(lines[i].text, context_.dialects) : std::nullopt;
      if (!start) {
        out.push_back(std::move(lines[i++]));
        continue;
      }
      const size_t marks = quote_marks(lines[i].text);
      const DialectLine first = lines[i];
      std::string prefix = without_quote_mark(first.text, marks);
      prefix.resize(prefix_length(prefix));
      start_box(out, *start, prefix, first);
      DialectLines body;
      for (++i; i < lines.size() && quote_marks(lines[i].text) >= marks; ++i) {
        body.push_back(std::move(lines[i]));
        body.back().text = without_quote_mark(body.back().text, marks);
      }
      find_code(body);
      body = convert(std::move(body), depth + 1);
      std::move(body.begin(), body.end(), std::back_inserter(out));
      end_box(out, start->type, prefix, first);
    }
    return out;
  }

 private:
  const DialectContext& context_;
};

bool may_have_callout(std::string_view body, DialectSet) { return body.find("[!") != std::string_view::npos; }

void read_callouts(DialectLines& lines, const DialectContext& context) {
  lines = Callouts(context).convert(std::move(lines), 0);
}

struct ClassKind {
  std::string kind;
  bool titled = false;  // the first line is the title
};

// "note", "alert-info", "prompt-tip", "notice--warning", "important-title"; nullopt when none is a box's.
std::optional<ClassKind> kind_of_classes(const std::vector<std::string_view>& classes) {
  std::optional<ClassKind> found;
  for (std::string_view name : classes) {
    ClassKind kind;
    if (name.ends_with("-title")) {
      kind.titled = true;
      name.remove_suffix(6);
    }
    for (const std::string_view before :
         {"alert-", "prompt-", "notice--", "callout-", "admonition-", "message-"}) {
      if (name.starts_with(before)) name.remove_prefix(before.size());
    }
    kind.kind = lower_case(name);
    const bool weak =
        is_one_of(kind.kind, {"alert", "notice", "help", "check", "done", "quote", "cite", "example"});
    if (find_admonition(kind.kind, "en") && (!weak || classes.size() == 1) && (!found || !weak)) found = kind;
  }
  return found;
}

class ClassBoxes {
 public:
  explicit ClassBoxes(DialectLines& lines) : lines_(lines) {}

  void run() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const auto kind = lines_[i].code ? std::nullopt : read_class_line(lines_[i].text);
      if (!kind) continue;
      const size_t end = block_end(i + 1);
      size_t begin = i;
      while (begin > 0 && in_block(begin - 1)) --begin;
      if (begin < i) {
        box(begin, i, i, *kind);
      } else if (end > i + 1) {
        box(i + 1, end, i, *kind);
      }
    }
    DialectLines out;
    size_t next = 0;
    for (const Box& found : boxes_) {
      if (found.first < next) continue;
      std::move(lines_.begin() + at(next), lines_.begin() + at(found.first), std::back_inserter(out));
      write(found, out);
      next = found.last;
    }
    std::move(lines_.begin() + at(next), lines_.end(), std::back_inserter(out));
    lines_ = std::move(out);
  }

 private:
  struct Box {
    size_t first, last;  // lines that it stands for
    size_t begin, end;   // of its text
    ClassKind kind;
  };

  static std::ptrdiff_t at(size_t line) { return static_cast<std::ptrdiff_t>(line); }

  static std::optional<ClassKind> read_class_line(std::string_view line) {
    const std::string_view text = trimmed(line.substr(prefix_length(line)));
    if (!text.starts_with("{:")) return std::nullopt;
    const AttributeList list = read_attribute_list(text);
    return list.length == text.size() ? kind_of_classes(list.classes) : std::nullopt;
  }

  // A line of a paragraph or a quote, which a box can be made of.
  bool in_block(size_t line) const {
    const std::string_view text = trimmed(lines_[line].text);
    return !text.empty() && !lines_[line].code && !text.starts_with('#') && !text.starts_with("{:") &&
           !text.starts_with("<?");
  }

  size_t block_end(size_t line) const {
    while (line < lines_.size() && in_block(line)) ++line;
    return line;
  }

  void box(size_t begin, size_t end, size_t mark, const ClassKind& kind) {
    boxes_.push_back({std::min(begin, mark), std::max(end, mark + 1), begin, end, kind});
  }

  void write(const Box& found, DialectLines& out) const {
    DialectLines body(lines_.begin() + at(found.begin), lines_.begin() + at(found.end));
    const bool quoted =
        std::all_of(body.begin(), body.end(), [](const DialectLine& l) { return quote_marks(l.text) > 0; });
    if (quoted) {
      for (DialectLine& line : body) line.text = without_quote_mark(line.text, 1);
    }
    BoxStart start{BoxType::box, found.kind.kind, {}};
    if (found.kind.titled) {
      start.title = body.front().text;
      body.erase(body.begin());
    }
    const std::string prefix(indent_of(lines_[found.begin].text), ' ');
    start_box(out, start, prefix, lines_[found.first]);
    std::move(body.begin(), body.end(), std::back_inserter(out));
    end_box(out, BoxType::box, prefix, lines_[found.last - 1]);
  }

  DialectLines& lines_;
  std::vector<Box> boxes_;
};

bool may_have_class_box(std::string_view body, DialectSet) {
  return body.find("{:") != std::string_view::npos;
}

void read_class_boxes(DialectLines& lines, const DialectContext&) { ClassBoxes(lines).run(); }

}  // namespace

const DialectPass kCallouts = {may_have_callout, read_callouts};
const DialectPass kClassBoxes = {may_have_class_box, read_class_boxes};

}  // namespace signpost
