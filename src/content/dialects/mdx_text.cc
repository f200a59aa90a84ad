// mdx_text.cc - the text of a file of MDX with a place in it, and what can be found from there on.
// Tested by tests/unit/content/dialects/mdx_test.cc.
#include "content/dialects/mdx_text.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr size_t kMaxMath = 4096;

}  // namespace

MdxText::MdxText(const DialectLines& lines) : text_(joined_lines(lines)) {
  size_t at = 0;
  for (const DialectLine& line : lines) {
    starts_.push_back(at);
    at += line.text.size() + 1;
  }
}

std::string_view MdxText::rest_of_line(size_t at) const {
  return std::string_view(text_).substr(at, text_.find('\n', at) - at);
}

void MdxText::move_to(size_t at) {
  pos_ = at;
  while (line_ + 1 < starts_.size() && starts_[line_ + 1] <= pos_) ++line_;
}

void MdxText::next_line() {
  ++line_;
  pos_ = at_end() ? text_.size() : starts_[line_];
}

size_t MdxText::find(const std::string& what) {
  const auto [found, fresh] = next_.emplace(what, 0);
  if (fresh || (found->second < pos_ && found->second != kNone)) found->second = text_.find(what, pos_);
  return found->second;
}

size_t MdxText::paragraph_end() {
  if (pos_ < paragraph_end_) return paragraph_end_;
  size_t end = std::min(text_.find('\n', pos_), text_.size());
  while (end + 1 < text_.size() && !is_blank(rest_of_line(end + 1))) end = text_.find('\n', end + 1);
  return paragraph_end_ = end;
}

size_t MdxText::behind_code_span() {
  const size_t open = std::min(text_.find_first_not_of('`', pos_), text_.size());
  const size_t end = paragraph_end();
  if (pos_ < no_ticks_before_) return open;
  for (size_t at = text_.find('`', open); at < end;) {
    const size_t behind = std::min(text_.find_first_not_of('`', at), text_.size());
    if (behind - at == open - pos_) return behind;
    at = text_.find('`', behind);
  }
  if (open - pos_ == 1) no_ticks_before_ = end;
  return open;
}

size_t MdxText::behind_math() const {
  const bool block = rest().starts_with("$$");
  const size_t mark = block ? 2 : 1;
  const std::string_view inside = block ? rest().substr(mark, kMaxMath) : rest_of_line(pos_ + mark);
  const size_t end = inside.find(block ? "$$" : "$");
  if (end == kNone || end == 0) return pos_ + mark;
  const bool formula = !is_space(inside[0]) && inside.substr(0, end).find_first_of("\\^_") != kNone;
  return block || formula ? pos_ + mark + end + mark : pos_ + mark;
}

}  // namespace signpost
