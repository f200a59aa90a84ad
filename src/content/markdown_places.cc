// markdown_places.cc - where in its file a link, an image, a heading or a tag stands.
// Tested by tests/unit/content/markdown_places_test.cc.
#include "content/markdown_places.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/markdown_tree.h"

namespace signpost {
namespace {

constexpr size_t kMaxLinkText = 4096;  // bytes between a link's bracket and its URL

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

bool is_type(cmark_node* node, std::string_view name) { return cmark_node_get_type_string(node) == name; }

// The lines of the tree between which the source of a block must lie. What cmark cuts off from a table, the
// table's head and the paragraph before it, has no lines of its own or the wrong ones.
std::pair<int, int> lines_of(cmark_node* block) {
  cmark_node* table = block;
  if (is_type(block, "table_header")) table = cmark_node_parent(block);
  if (cmark_node* next = cmark_node_next(block);
      next != nullptr && is_type(next, "table") &&
      (cmark_node_get_start_line(block) == 0 ||
       cmark_node_get_start_line(block) >= cmark_node_get_start_line(next))) {
    table = next;
  }
  const int first = cmark_node_get_start_line(table);
  return {first, std::max(first, cmark_node_get_end_line(table))};
}

// The block whose lines hold an inline node: a paragraph, a heading, the row of a table.
cmark_node* block_of(cmark_node* node) {
  while (cmark_node_parent(node) != nullptr && !is_block(node)) node = cmark_node_parent(node);
  if (is_type(node, "table_cell")) node = cmark_node_parent(node);
  return node;
}

// The words that a link or an image begins with, as far as they stand together in the source.
std::string_view first_text(cmark_node* node) {
  cmark_node* at = node;
  while (at != nullptr && cmark_node_get_type(at) != CMARK_NODE_TEXT &&
         cmark_node_get_type(at) != CMARK_NODE_CODE) {
    at = cmark_node_first_child(at);
  }
  return at == nullptr ? std::string_view() : view_of(cmark_node_get_literal(at));
}

}  // namespace

int MarkdownPlaces::line_of(cmark_node* node) const {
  return lines_.file_line(lines_of(block_of(node)).first);
}

size_t MarkdownPlaces::line_start(int file_line) {
  if (starts_.empty()) {
    starts_.push_back(0);
    for (size_t at = body_.find('\n'); at != kNone; at = body_.find('\n', at + 1)) starts_.push_back(at + 1);
  }
  const int index = file_line - first_line_;
  if (index < 0) return 0;
  return static_cast<size_t>(index) < starts_.size() ? starts_[static_cast<size_t>(index)] : body_.size();
}

Place MarkdownPlaces::place_at(size_t offset) {
  line_start(first_line_);
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const int line = first_line_ + static_cast<int>(after - starts_.begin()) - 1;
  const bool goes_on = line == counted_line_ && offset >= counted_to_;
  const size_t from = goes_on ? counted_to_ : *(after - 1);
  counted_column_ = (goes_on ? counted_column_ : 1) +
                    static_cast<int>(count_code_points(body_.substr(from, offset - from)));
  counted_to_ = offset;
  counted_line_ = line;
  return {line, counted_column_};
}

void MarkdownPlaces::enter_block(cmark_node* node) {
  const auto [first, last] = lines_of(block_of(node));
  if (first > 0 && first == block_line_) return;
  block_line_ = first;
  block_ = {line_start(lines_.file_line(first)), line_start(lines_.file_line(last) + 1)};
  block_.second = std::max(block_.first, block_.second);
  cursor_ = block_.first;
  masked_.clear();
  find_masked();
}

// Marks where brackets and URLs mean nothing.
void MarkdownPlaces::find_masked() {
  std::string_view text = body_.substr(0, block_.second);
  size_t code_from = block_.first;
  for (size_t at = block_.first; at < text.size();) {
    at = text.find_first_of("\\<", at);
    if (at == kNone) break;
    if (text[at] == '\\') {
      const bool escapes = at + 1 < text.size() && is_ascii_punctuation(text[at + 1]);
      if (escapes) masked_.emplace_back(at, at + 2);
      at += escapes ? 2 : 1;
    } else if (text.substr(at, 4) == "<!--") {
      const size_t end = std::min(text.find("-->", at), text.size());
      mask_code(code_from, at);
      masked_.emplace_back(at, end);
      at = code_from = end;
    } else {
      ++at;
    }
  }
  mask_code(code_from, text.size());
  std::sort(masked_.begin(), masked_.end());
  size_t kept = 0;  // escapes in code and the like are part of what is around them
  for (const Range& range : masked_) {
    if (kept > 0 && range.first < masked_[kept - 1].second) {
      masked_[kept - 1].second = std::max(masked_[kept - 1].second, range.second);
    } else {
      masked_[kept++] = range;
    }
  }
  masked_.resize(kept);
}

// Code spans: from a run of backticks to the next of the same length (CommonMark 0.31, 6.1).
void MarkdownPlaces::mask_code(size_t begin, size_t end) {
  struct Run {
    size_t at, length;
  };
  std::vector<Run> runs;
  for (size_t at = body_.find('`', begin); at < end; at = body_.find('`', at)) {
    size_t length = 0;
    while (at + length < end && body_[at + length] == '`') ++length;
    runs.push_back({at, length});
    at += length;
  }
  std::map<size_t, size_t> last;  // by length: the last run that has it
  for (size_t i = 0; i < runs.size(); ++i) last[runs[i].length] = i;
  for (size_t i = 0; i < runs.size(); ++i) {
    const bool escaped = runs[i].at > begin && body_[runs[i].at - 1] == '\\';
    const size_t length = runs[i].length - (escaped ? 1 : 0);
    const auto closes = last.find(length);
    if (closes == last.end() || closes->second <= i) continue;
    size_t close = i + 1;
    while (runs[close].length != length) ++close;
    masked_.emplace_back(runs[i].at, runs[close].at + length);
    i = close;
  }
}

bool MarkdownPlaces::is_masked(size_t offset) const {
  auto after = std::upper_bound(masked_.begin(), masked_.end(), Range{offset, kNone});
  return after != masked_.begin() && offset < (after - 1)->second;
}

size_t MarkdownPlaces::find(std::string_view needle, size_t from) {
  const size_t end = std::min(block_.second, from > kNone - budget_ ? kNone : from + budget_);
  const size_t at = end > from ? body_.substr(0, end).find(needle, from) : kNone;
  budget_ -= std::min(budget_, (at == kNone ? end : at + needle.size()) - std::min(from, end));
  return at;
}

// The '[' that belongs to the ']' at `close`.
size_t MarkdownPlaces::matching_bracket(size_t close) {
  const size_t stop = std::max(cursor_, close > kMaxLinkText ? close - kMaxLinkText : 0);
  int depth = 0;
  for (size_t at = close + 1; at > stop; --at) {
    const char c = body_[at - 1];
    if ((c != '[' && c != ']') || is_masked(at - 1)) continue;
    depth += c == ']' ? 1 : -1;
    if (depth == 0) return at - 1;
  }
  return kNone;
}

// Where the link begins whose URL begins at `url_start`; kNone when no "](" or '<' leads up to it.
size_t MarkdownPlaces::opener_before(size_t url_start, bool image) {
  size_t at = url_start;
  if (at > cursor_ && body_[at - 1] == '<') --at;
  const bool angle = at < url_start;
  while (at > cursor_ && is_space(body_[at - 1])) --at;
  if (at < cursor_ + 2 || body_[at - 1] != '(' || body_[at - 2] != ']' || is_masked(at - 2)) {
    return angle && !image ? url_start - 1 : kNone;
  }
  const size_t bracket = matching_bracket(at - 2);
  if (bracket == kNone) return kNone;
  const bool marked = bracket > block_.first && body_[bracket - 1] == '!' && !is_masked(bracket - 1);
  if (marked != image || (image && bracket == cursor_)) return kNone;
  return image ? bracket - 1 : bracket;
}

size_t MarkdownPlaces::find_by_url(std::string_view url, bool image) {
  if (url.empty()) return kNone;
  for (size_t at = find(url, cursor_); at != kNone; at = find(url, at + 1)) {
    if (is_masked(at)) continue;
    const size_t opener = opener_before(at, image);
    if (opener != kNone) return opener;
  }
  return kNone;
}

// For links by reference, URLs that are written otherwise than they read, and bare ones.
size_t MarkdownPlaces::find_by_text(std::string_view text, bool image) {
  if (text.empty()) return kNone;
  size_t bare = kNone;
  for (size_t at = find(text, cursor_); at != kNone; at = find(text, at + 1)) {
    size_t open = at;
    while (open > cursor_ && std::string_view("*_~`").find(body_[open - 1]) != kNone) --open;
    if (open > cursor_ && body_[open - 1] == '[' && !is_masked(open - 1)) {
      const bool marked = open > cursor_ + 1 && body_[open - 2] == '!' && !is_masked(open - 2);
      if (marked == image) return image ? open - 2 : open - 1;
    }
    if (bare == kNone && !is_masked(at)) bare = at;
  }
  return image ? kNone : bare;
}

// In what another generator would make a link or an image of: {{< figure src="..." >}}, :::image
// source="...":::.
size_t MarkdownPlaces::find_somehow(std::string_view url) { return url.empty() ? kNone : find(url, cursor_); }

Place MarkdownPlaces::of_link(cmark_node* node) {
  enter_block(node);
  const bool image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
  size_t at = find_by_url(view_of(cmark_node_get_url(node)), image);
  if (at == kNone) at = find_by_text(first_text(node), image);
  if (at == kNone) at = find(image ? "![" : "[", cursor_);
  if (at == kNone) at = find_somehow(view_of(cmark_node_get_url(node)));
  if (at == kNone) return {lines_.file_line(block_line_), 0};
  cursor_ = at + 1;
  return place_at(at);
}

void MarkdownPlaces::begin_html(cmark_node* node) { enter_block(node); }

Place MarkdownPlaces::of_tag(std::string_view source) {
  const std::string_view needle = source.substr(0, source.find_first_of("\r\n"));
  size_t at = find(needle, cursor_);
  while (at != kNone && is_masked(at)) at = find(needle, at + 1);
  if (at == kNone) return {lines_.file_line(block_line_), 0};
  cursor_ = at + needle.size();
  return place_at(at);
}

Place MarkdownPlaces::of_heading(cmark_node* heading) {
  const int line = lines_.file_line(cmark_node_get_start_line(heading));
  const size_t start = line_start(line);
  const std::string_view text = body_.substr(start, body_.find('\n', start) - start);
  // An ATX heading begins with its marks, behind those of lists and quotes at most.
  size_t at = text.find_first_not_of(" \t>-*+.)0123456789");
  if (at == kNone || text[at] != '#') {
    at = static_cast<size_t>(std::max(cmark_node_get_start_column(heading), 1)) - 1;
    if (at >= text.size() || is_space(text[at])) at = text.find_first_not_of(" \t>");
  }
  return at == kNone ? Place{line, 0} : place_at(start + at);
}

}  // namespace signpost
