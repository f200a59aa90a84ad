// query_syntax.cc - reads words, phrases, exclusions and filters; whatever is none of these is a word.
#include "search/query_syntax.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
}

// Valid UTF-8 with single spaces, cut to the limits at a character; typographic quotes become plain ones.
std::string normalize(std::string_view text, bool& truncated, bool& ends_open) {
  std::string out;
  size_t words = 0;
  bool space = true;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_space(c)) {
      space = true;
      continue;
    }
    std::string piece;
    if (space && !out.empty()) piece = " ";
    const bool quote = c == 0x201C || c == 0x201D || c == 0x201E || c == 0xFF02;
    append_utf8(piece, quote ? U'"' : c);
    if (space && ++words > kMaxQueryWords) return truncated = true, out;
    if (out.size() + piece.size() > kMaxQueryBytes) return truncated = true, out;
    space = false;
    out += piece;
  }
  ends_open = !space && !out.empty() && out.back() != '"';
  return out;
}

// "->" is an operator, and excludes nothing.
bool is_all_signs(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<uint8_t>(c) < 0x80 && !is_alnum(c) && c != '"'; });
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  void run(ParsedQuery& out) {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {
        ++at_;
      } else if (!read_filter(out) && !read_part(out)) {
        read_word(out, false);
      }
    }
  }

 private:
  // The text between quotes that begin at text_[at]; nullopt when they never close or hold nothing.
  std::optional<std::string> quoted(size_t at, size_t& end) const {
    if (at >= text_.size() || text_[at] != '"') return std::nullopt;
    const size_t close = text_.find('"', at + 1);
    if (close == std::string_view::npos || close == at + 1) return std::nullopt;
    end = close + 1;
    return std::string(text_.substr(at + 1, close - at - 1));
  }

  size_t word_end(size_t at) const {
    const size_t space = text_.find(' ', at);
    return space == std::string_view::npos ? text_.size() : space;
  }

  bool read_filter(ParsedQuery& out) {
    const std::string_view rest = text_.substr(at_);
    for (const FieldRow& row : kFields) {
      const std::string_view key = row.word;
      if (key.empty() || !rest.starts_with(key) || rest.size() <= key.size() || rest[key.size()] != ':')
        continue;
      const size_t value_at = at_ + key.size() + 1;
      size_t end = word_end(value_at);
      std::string value(text_.substr(value_at, end - value_at));
      if (auto text = quoted(value_at, end)) value = *text;
      if (value.empty() || value.find('"') != std::string::npos || !is_value(row, value)) return false;
      out.filters[row.field].push_back(std::move(value));
      at_ = end;
      return true;
    }
    return false;
  }

  bool read_part(ParsedQuery& out) {
    const bool minus = text_[at_] == '-' && (at_ == 0 || text_[at_ - 1] == ' ');
    const size_t start = at_ + (minus ? 1 : 0);
    size_t end = 0;
    if (auto text = quoted(start, end)) {
      out.parts.push_back({*text, true, minus});
      at_ = end;
      return true;
    }
    if (!minus || start >= text_.size() || text_[start] == '-' || text_[start] == ' ' ||
        text_[start] == '"' || is_all_signs(text_.substr(start, word_end(start) - start))) {
      return false;
    }
    at_ = start;
    read_word(out, true);
    return true;
  }

  void read_word(ParsedQuery& out, bool exclude) {
    const size_t end = word_end(at_);
    out.parts.push_back({std::string(text_.substr(at_, end - at_)), false, exclude});
    at_ = end;
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  ParsedQuery out;
  out.text = normalize(text, out.truncated, out.ends_open);
  Parser(out.text).run(out);
  bool positive = false;
  for (const QueryPart& part : out.parts) positive = positive || !part.exclude;
  if (!positive) {  // "-5" alone is a number, not the rest of the world
    for (QueryPart& part : out.parts) part.exclude = false;
  }
  return out;
}

}  // namespace signpost
