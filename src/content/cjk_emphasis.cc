// cjk_emphasis.cc - emphasis beside Chinese, Japanese and Korean, which have no space where CommonMark wants
// one. Tested by tests/unit/content/cjk_emphasis_test.cc.
#include "content/cjk_emphasis.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/markdown_tree.h"

namespace signpost {
namespace {

// The Ogham space mark: to CommonMark a space beside a mark, and nothing anywhere else.
constexpr std::string_view kSpace = "\xE1\x9A\x80";
constexpr std::string_view kMarks = "*_~";
constexpr size_t kNowhere = std::string_view::npos;

bool is_cjk(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_hangul(char32_t c) { return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xAC00 && c <= 0xD7FF); }

bool has_category(char32_t c, uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0; }

// As cmark sees it: of ASCII the symbols too.
bool is_punctuation(char32_t c) {
  if (c < 0x80) return c > 0x20 && c < 0x7F && !is_alnum(static_cast<char>(c));
  return has_category(c, U_GC_P_MASK);
}

bool opens_bracket(char32_t c) { return has_category(c, U_GC_PS_MASK | U_GC_PI_MASK); }
bool closes_bracket(char32_t c) { return has_category(c, U_GC_PE_MASK | U_GC_PF_MASK); }
bool is_blank_point(char32_t c) { return c == 0 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

// A row of equal marks and what stands beside it, 0 for the end of the block.
struct Run {
  char mark = '*';
  size_t begin = 0;
  size_t end = 0;
  char32_t before = 0;
  char32_t after = 0;

  size_t length() const { return end - begin; }
  bool in_cjk() const { return is_cjk(before) || is_cjk(after); }

  // CommonMark's own rules.
  bool left_flanking() const {
    return !is_blank_point(after) &&
           (!is_punctuation(after) || is_blank_point(before) || is_punctuation(before));
  }
  bool right_flanking() const {
    return !is_blank_point(before) &&
           (!is_punctuation(before) || is_blank_point(after) || is_punctuation(after));
  }
  bool opens() const {
    return left_flanking() && (mark != '_' || !right_flanking() || is_punctuation(before));
  }
  bool closes() const {
    return right_flanking() && (mark != '_' || !left_flanking() || is_punctuation(after));
  }

  // What a space beside it would make of it. Single `_` between letters is part of a name, as in a_b.
  bool would_open() const {
    if (!in_cjk() || is_blank_point(after) || is_blank_point(before) || opens_bracket(before)) return false;
    if (is_punctuation(after)) return !closes_bracket(after);
    return mark == '_' && length() > 1 && is_cjk(before) && is_cjk(after);
  }
  bool would_close() const {
    if (!in_cjk() || is_blank_point(before) || is_blank_point(after)) return false;
    if (is_punctuation(before)) return !opens_bracket(before);
    return mark == '_' && length() > 1 && is_cjk(before) && is_cjk(after);
  }
  // A single `*` is a sign of a footnote or a product as well: 가격(원)*은, 2*3. One that opens stands in
  // front.
  bool begins_phrase() const {
    return mark != '*' || length() > 1 || is_blank_point(before) || (is_cjk(before) && !is_hangul(before)) ||
           (is_punctuation(before) && !closes_bracket(before)) || is_punctuation(after);
  }
};

// Pairs the marks of one block, and notes where spaces belong. What it pairs wrongly, cmark still pairs as it
// does: it only ever adds spaces.
class Pairing {
 public:
  Pairing(std::string_view text, std::vector<size_t>& spaces) : text_(text), spaces_(spaces) {}

  void read(size_t begin, size_t end, bool table) {
    begin_ = begin;
    end_ = end;
    waiting_ = {};
    no_tag_ends_ = false;
    for (size_t pos = begin; pos < end;) {
      const char c = text_[pos];
      if (c == '\\') {
        pos = std::min(pos + 2, end);
      } else if (c == '`') {
        pos = behind_code(pos);
      } else if (c == '<' || (c == '(' && pos > begin && text_[pos - 1] == ']')) {
        pos = behind_address(pos);
      } else if (kMarks.find(c) != kNowhere) {
        const Run run = run_at(pos);
        if (c != '~' || run.length() == 2) pair(run);  // one ~ stands for "from ... to"
        pos = run.end;
      } else {
        if (table && (c == '|' || c == '\n')) waiting_ = {};
        ++pos;
      }
    }
  }

 private:
  struct Opener {
    Run run;
    bool needs_space = false;
  };

  Run run_at(size_t pos) const {
    Run run{text_[pos], pos, std::min(text_.find_first_not_of(text_[pos], pos), end_)};
    if (pos > begin_) run.before = code_point_before(text_, pos);
    size_t after = run.end;
    if (after < end_) run.after = next_code_point(text_, after);
    return run;
  }

  size_t behind_code(size_t pos) const {
    const size_t open = std::min(text_.find_first_not_of('`', pos), end_);
    for (size_t at = text_.find('`', open); at < end_;) {
      const size_t behind = std::min(text_.find_first_not_of('`', at), end_);
      if (behind - at == open - pos) return behind;
      at = text_.find('`', behind);
    }
    return open;
  }

  // Behind "(address" of a link, or a "<tag>" or "<address>", in which a mark is no mark.
  size_t behind_address(size_t pos) {
    if (text_[pos] == '<') {
      const char next = pos + 1 < end_ ? text_[pos + 1] : ' ';
      if (no_tag_ends_ || (!is_letter(next) && next != '/')) return pos + 1;
      const size_t close = text_.substr(0, end_).find('>', pos);
      no_tag_ends_ = close == kNowhere;
      return no_tag_ends_ ? pos + 1 : close + 1;
    }
    int depth = 0;
    for (; pos < end_ && !is_space(text_[pos]); ++pos) {
      if (text_[pos] == '\\') {
        ++pos;
      } else if (text_[pos] == '(') {
        ++depth;
      } else if (text_[pos] == ')' && --depth == 0) {
        return pos + 1;
      }
    }
    return std::min(pos, end_);
  }

  std::optional<Opener>& slot(const Run& run, size_t length) {
    return waiting_[kMarks.find(run.mark) * 3 + std::min<size_t>(length, 3) - 1];
  }

  // How many marks of the run end something: those of one opener, or of two that it ends at once.
  size_t closed_by(const Run& run) {
    if (!run.closes() && !run.would_close()) return 0;
    if (slot(run, run.length())) return run.length();
    if (run.length() != 3) return 0;
    return (slot(run, 1) ? 1 : 0) + (slot(run, 2) ? 2 : 0);
  }

  void close(const Run& run, size_t length) {
    std::optional<Opener>& opener = slot(run, length);
    if (!opener) return;
    if (opener->needs_space) spaces_.push_back(opener->run.begin);
    opener.reset();
  }

  void pair(const Run& run) {
    const size_t closed = closed_by(run);
    if (closed == 0) {
      if (run.begins_phrase() && (run.opens() || run.would_open()))
        slot(run, run.length()) = Opener{run, !run.opens()};
      return;
    }
    if (!run.closes()) spaces_.push_back(run.begin + closed);
    if (closed == run.length()) close(run, closed);
    if (run.length() < 3) return;
    for (const size_t part : {size_t{1}, size_t{2}}) {
      if ((closed & part) != 0) close(run, part);
    }
    if (closed == run.length()) return;
    Run rest = run;  // **`class`***name*: the rest begins something else
    rest.begin += closed;
    rest.before = U' ';
    if (rest.opens()) slot(rest, rest.length()) = Opener{rest, false};
  }

  std::string_view text_;
  std::vector<size_t>& spaces_;
  size_t begin_ = 0;
  size_t end_ = 0;
  bool no_tag_ends_ = false;                      // in the rest of the block
  std::array<std::optional<Opener>, 9> waiting_;  // by mark and length
};

cmark_node* block_of(cmark_node* node) {
  const auto type = [](cmark_node* of) { return cmark_node_get_type(of); };
  while (node != nullptr && (type(node) & CMARK_NODE_TYPE_MASK) != CMARK_NODE_TYPE_BLOCK) {
    node = cmark_node_parent(node);
  }
  while (node != nullptr && (type(node) == gfm_types().table_cell || type(node) == gfm_types().table_row)) {
    node = cmark_node_parent(node);
  }
  return node;
}

// Calls `visit` with all nodes in order.
template <typename Visit>
void for_each_node(cmark_node* root, const Visit& visit) {
  for (cmark_node* node = root; node != nullptr;) {
    visit(node);
    if (cmark_node_first_child(node) != nullptr) {
      node = cmark_node_first_child(node);
      continue;
    }
    while (node != root && cmark_node_next(node) == nullptr) node = cmark_node_parent(node);
    node = node == root ? nullptr : cmark_node_next(node);
  }
}

// Where lines begin, and the end of the text.
std::vector<size_t> line_starts(std::string_view text) {
  std::vector<size_t> starts = {0};
  for (size_t at = text.find('\n'); at != kNowhere; at = text.find('\n', at + 1)) starts.push_back(at + 1);
  starts.push_back(text.size());
  return starts;
}

std::string with_spaces(std::string_view text, std::vector<size_t>& places) {
  std::sort(places.begin(), places.end());
  std::string out;
  size_t done = 0;
  for (const size_t place : places) {
    out.append(text, done, place - done);
    out += kSpace;
    done = place;
  }
  out.append(text, done, kNowhere);
  return out;
}

bool may_matter(std::string_view text) {
  return text.find_first_of(kMarks) != kNowhere && text.find(kSpace) == kNowhere &&
         std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE1; });
}

// Sets what `get` gives without the spaces.
void unspace(cmark_node* node, const char* (*get)(cmark_node*), int (*set)(cmark_node*, const char*)) {
  std::string text(view_of(get(node)));
  size_t at = text.find(kSpace);
  if (at == kNowhere) return;
  for (; at != kNowhere; at = text.find(kSpace, at)) text.erase(at, kSpace.size());
  set(node, text.c_str());
}

}  // namespace

std::string space_cjk_emphasis(std::string_view text, cmark_node* root) {
  if (!may_matter(text)) return {};
  std::vector<cmark_node*> blocks;
  for_each_node(root, [&](cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT) return;
    if (view_of(cmark_node_get_literal(node)).find_first_of(kMarks) == kNowhere) return;
    cmark_node* block = block_of(node);
    if (block != nullptr && (blocks.empty() || blocks.back() != block)) blocks.push_back(block);
  });
  if (blocks.empty()) return {};
  const std::vector<size_t> starts = line_starts(text);
  const auto start_of = [&](int line) {
    return starts[std::min(static_cast<size_t>(std::max(line, 0)), starts.size() - 1)];
  };
  std::vector<size_t> spaces;
  Pairing pairing(text, spaces);
  for (cmark_node* block : blocks) {
    pairing.read(start_of(cmark_node_get_start_line(block) - 1), start_of(cmark_node_get_end_line(block)),
                 cmark_node_get_type(block) == gfm_types().table);
  }
  return spaces.empty() ? std::string() : with_spaces(text, spaces);
}

void unspace_cjk_emphasis(cmark_node* root) {
  for_each_node(root, [](cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
      unspace(node, cmark_node_get_url, cmark_node_set_url);
      unspace(node, cmark_node_get_title, cmark_node_set_title);
    } else if (cmark_node_get_literal(node) != nullptr) {
      unspace(node, cmark_node_get_literal, cmark_node_set_literal);
    }
  });
}

}  // namespace signpost
