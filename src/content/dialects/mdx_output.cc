// mdx_output.cc - the Markdown that a file of MDX becomes: its lines, moved to where the components leave
// them. Tested by tests/unit/content/dialects/mdx_test.cc.
#include "content/dialects/mdx_output.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/line_parts.h"

namespace signpost {
namespace {

constexpr size_t kMaxOpen = 64;
constexpr size_t kCodeIndent = 4;

// Length of the mark of a list item with the spaces behind it; 0 when there is none.
size_t item_mark_length(std::string_view text) {
  size_t mark = 1;
  if (text.empty() || std::string_view("-*+").find(text[0]) == std::string_view::npos) {
    mark = std::min(text.find_first_not_of("0123456789"), text.size());
    if (mark == 0 || mark > 9 || mark == text.size() || (text[mark] != '.' && text[mark] != ')')) return 0;
    ++mark;
  }
  const size_t text_at = std::min(text.find_first_not_of(' ', mark), text.size());
  return text_at > mark ? text_at : 0;
}

// What the lines after this one begin with to stand in the same item and quote.
std::string prefix_of(std::string_view line) {
  std::string prefix;
  while (prefix.size() < line.size()) {
    const std::string_view rest = line.substr(prefix.size());
    if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '>') {
      prefix += rest[0];
    } else if (const size_t mark = item_mark_length(rest); mark > 0) {
      prefix.append(mark, ' ');
    } else {
      break;
    }
  }
  return prefix;
}

void trim_end(std::string& text) {
  while (!text.empty() && is_space(text.back())) text.pop_back();
}

}  // namespace

std::string MdxOutput::mapped(std::string_view raw) {
  const size_t indent = indent_of(raw);
  if (open_.empty()) return std::string(raw);
  MdxOpen& inner = open_.back();
  if (!inner.child_indent && !trimmed(raw).starts_with("</")) inner.child_indent = indent;
  if (inner.prefix.find('>') != std::string::npos) return std::string(raw);
  return inner.prefix + without_indent(raw, inner.child_indent.value_or(indent));
}

size_t MdxOutput::begin_line(std::string_view raw, int source) {
  const std::string whole = mapped(raw);
  const size_t text = std::min(raw.find_first_not_of(" \t"), raw.size());
  line_ = whole.substr(0, whole.size() - (raw.size() - text));
  removed_ = false;
  source_ = source;
  return text;
}

void MdxOutput::put(std::string text) {
  if (!is_blank(text)) {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      if (open->marker.empty()) continue;
      text.replace(0, std::min(text.size(), open->marker.size()), open->marker);
      open->marker.clear();
    }
  }
  if (!is_code_) flatten(text);
  code_.is_code(text);
  out_.push_back({std::move(text), source_, false});
}

// Text that would be code by its indentation gets that of what is around it.
void MdxOutput::flatten(std::string& text) const {
  if ((!flat_ && open_.empty()) || indent_of(text) < kCodeIndent) return;
  if (CodeLines(code_).is_code(text))
    text = (open_.empty() ? std::string() : open_.back().prefix) + std::string(trimmed(text));
}

void MdxOutput::end_line() {
  const bool empty = removed_ && line_.find_first_not_of(" \t>") == std::string::npos;
  if (removed_) trim_end(line_);
  if (!empty) put(line_);
  line_.clear();
  removed_ = is_code_ = false;
}

void MdxOutput::add_line(std::string_view text, int source) {
  source_ = source;
  put(std::string(text));
}

void MdxOutput::add_code(std::string_view raw, int source) {
  source_ = source;
  is_code_ = true;
  put(is_blank(raw) ? std::string(raw) : mapped(raw));
  is_code_ = false;
}

bool MdxOutput::at_start() const { return prefix_of(line_).size() == line_.size(); }

std::string MdxOutput::cut_line() {
  const std::string prefix = prefix_of(line_);
  if (prefix.size() == line_.size()) return line_;
  trim_end(line_);
  put(line_);
  return prefix;
}

void MdxOutput::put_gap(const std::string& prefix) {
  if (out_.empty() || is_blank(out_.back().text)) return;
  std::string gap = prefix;
  trim_end(gap);
  put(std::move(gap));
}

void MdxOutput::break_line() {
  const std::string prefix = prefix_of(line_);
  if (!is_blank(line_)) put(line_);
  put_gap(prefix);
  line_ = prefix;
  removed_ = true;
}

bool MdxOutput::push(MdxOpen& open) {
  if (open_.size() >= kMaxOpen) return false;
  open_.push_back(std::move(open));
  line_ = open_.back().prefix;
  removed_ = true;
  return true;
}

void MdxOutput::open_box(MdxOpen open, const BoxStart& start) {
  if (open_.size() >= kMaxOpen) return;
  const std::string before = cut_line();
  open.outer = open.prefix = prefix_of(before);
  open.end = MdxOpen::End::box;
  open.box = start.type;
  DialectLines marks;
  start_box(marks, start, open.prefix, {{}, source_, false});
  marks.front().text.replace(0, before.size(), before);
  for (DialectLine& mark : marks) put(std::move(mark.text));
  push(open);
}

void MdxOutput::open_item(MdxOpen open, std::string_view marker, const std::string& text) {
  if (open_.size() >= kMaxOpen) return;
  const std::string before = cut_line();
  open.outer = prefix_of(before);
  open.prefix = open.outer + std::string(marker.size(), ' ');
  open.end = MdxOpen::End::item;
  if (text.empty()) {
    open.marker = before + std::string(marker);
  } else {
    put_gap(open.outer);
    put(before + std::string(marker) + text);
    put(open.outer);
  }
  push(open);
}

void MdxOutput::open_gap(MdxOpen open) {
  if (open_.size() >= kMaxOpen) return;
  const std::string before = cut_line();
  open.outer = open.prefix = prefix_of(before);
  if (before == open.prefix) {
    put_gap(open.outer);
  } else {
    open.marker = before;
  }
  open.end = MdxOpen::End::gap;
  push(open);
}

void MdxOutput::open_element(MdxOpen open) {
  open.outer = open.prefix = prefix_of(line_);
  const std::string line = line_;
  if (push(open)) line_ = line;
}

MdxOpen* MdxOutput::find(std::string_view name) {
  const auto found =
      std::find_if(open_.rbegin(), open_.rend(), [&](const MdxOpen& open) { return open.name == name; });
  return found == open_.rend() ? nullptr : &*found;
}

void MdxOutput::close_innermost() {
  const bool has_text = line_.size() > prefix_of(line_).size();
  if (has_text) {
    trim_end(line_);
    put(line_);
  }
  const MdxOpen open = std::move(open_.back());
  open_.pop_back();
  if (!open.closing.empty()) {
    put_gap(open.prefix);
    put(open.prefix + open.closing);
  }
  if (open.end == MdxOpen::End::box) {
    DialectLines marks;
    end_box(marks, open.box, open.outer, {{}, source_, false});
    for (DialectLine& mark : marks) put(std::move(mark.text));
  } else if (open.end != MdxOpen::End::none) {
    put_gap(open.outer);
  }
  line_ = open.outer;
  removed_ = true;
}

bool MdxOutput::close(std::string_view name) {
  const MdxOpen* wanted = find(name);
  if (wanted == nullptr) return false;
  const auto left = static_cast<size_t>(wanted - open_.data());
  while (open_.size() > left) close_innermost();
  return true;
}

void MdxOutput::close_all() {
  while (!open_.empty()) close_innermost();
  if (!is_blank(line_)) end_line();
}

}  // namespace signpost
