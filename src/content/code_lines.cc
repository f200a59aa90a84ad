// code_lines.cc - tells, line by line and without a parse, which lines of Markdown are code blocks.
// Tested by tests/unit/content/code_lines_test.cc.
#include "content/code_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"

namespace signpost {
namespace {

bool contains_ignoring_case(std::string_view text, std::string_view small) {
  const auto same = [](char a, char b) { return lower(a) == b; };
  return std::search(text.begin(), text.end(), small.begin(), small.end(), same) != text.end();
}

// Length of a list marker with the space behind it, 0 when there is none.
size_t marker_length(std::string_view text) {
  size_t length = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+')) {
    length = 1;
  } else {
    while (length < text.size() && length < 9 && is_digit(text[length])) ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) return 0;
    ++length;
  }
  if (length == text.size()) return length;
  return text[length] == ' ' || text[length] == '\t' ? length + 1 : 0;
}

}  // namespace

CodeLines::Shape CodeLines::shape_of(std::string_view line) {
  Shape shape;
  size_t pos = 0;
  while (true) {
    shape.indent = 0;
    while (pos < line.size() && (line[pos] == ' ' || line[pos] == '\t')) {
      shape.indent += line[pos] == '\t' ? 4 - shape.indent % 4 : 1;
      ++pos;
    }
    if (pos == line.size() || line[pos] != '>' || shape.indent > 3) break;
    ++shape.quotes;
    ++pos;
    if (pos < line.size() && line[pos] == ' ') ++pos;
  }
  shape.text = pos;
  shape.blank = pos == line.size() || line[pos] == '\r';
  return shape;
}

bool CodeLines::is_code(std::string_view line) {
  const Shape shape = shape_of(line);
  const std::string_view text = line.substr(shape.text);
  if (fence_ != '\0' && in_fence(shape, text)) return true;
  if (!raw_end_.empty()) return in_raw(text);
  if (shape.blank) {
    after_blank_ = true;
    paragraph_ = false;
    return false;
  }
  const bool new_item = marker_length(text) > 0;
  if (!paragraph_ || new_item) {
    while (!items_.empty() && shape.indent < items_.back()) items_.pop_back();
  }
  const int base = items_.empty() ? 0 : items_.back();
  after_blank_ = false;
  if (!paragraph_ && shape.indent >= base + 4) return true;  // and no paragraph: the next line may go on
  if (opens_fence(text)) {
    fence_quotes_ = shape.quotes;
    fence_item_ = base;
    fence_indent_ = shape.indent;
    paragraph_ = false;
    return true;
  }
  if (in_raw(text)) return true;
  enter_list_items(text, shape.indent);
  paragraph_ = text[0] != '#' && !text.starts_with("<?");  // such a block of HTML ends in its line
  return fence_ != '\0';
}

// True when the line still belongs to the open fence. A fence also ends with the list item or the quote that
// it stands in.
bool CodeLines::in_fence(const Shape& shape, std::string_view text) {
  const bool left = (!shape.blank && shape.indent < fence_item_) || shape.quotes < fence_quotes_;
  if (left) {
    fence_ = '\0';
    return false;
  }
  size_t length = 0;
  while (length < text.size() && text[length] == fence_) ++length;
  const bool closes = shape.indent < fence_indent_ + 4 && length >= fence_length_ &&
                      text.find_first_not_of(" \t\r", length) == std::string_view::npos;
  if (closes) fence_ = '\0';
  after_blank_ = false;
  paragraph_ = false;
  return true;
}

bool CodeLines::opens_fence(std::string_view text) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return false;
  size_t length = 0;
  while (length < text.size() && text[length] == text[0]) ++length;
  if (length < 3) return false;
  if (text[0] == '`' && text.find('`', length) != std::string_view::npos) return false;  // a code span
  fence_ = text[0];
  fence_length_ = length;
  return true;
}

// "- 1. text" opens two items; "- ```" a fence in one.
void CodeLines::enter_list_items(std::string_view text, int indent) {
  size_t marker = marker_length(text);
  while (marker > 0) {
    size_t spaces = 0;
    while (marker + spaces < text.size() && text[marker + spaces] == ' ') ++spaces;
    const bool code = spaces >= 4;  // "-     code"
    const size_t width = marker + (code ? 0 : spaces);
    indent += static_cast<int>(width);
    items_.push_back(indent);
    text.remove_prefix(std::min(width, text.size()));
    if (code) return;
    if (opens_fence(text)) {
      fence_quotes_ = 0;
      fence_item_ = indent;
      fence_indent_ = indent;
      return;
    }
    marker = marker_length(text);
  }
}

bool CodeLines::in_raw(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kRaw = {
      {{"<pre", "</pre>"}, {"<script", "</script>"}, {"<style", "</style>"}}};
  if (raw_end_.empty()) {
    if (text.empty() || text[0] != '<') return false;
    for (const auto& [start, end] : kRaw) {
      if (contains_ignoring_case(text.substr(0, start.size()), start)) raw_end_ = end;
    }
    if (raw_end_.empty()) return false;
  }
  if (contains_ignoring_case(text, raw_end_)) raw_end_ = {};
  paragraph_ = false;
  after_blank_ = false;
  return true;
}

}  // namespace signpost
