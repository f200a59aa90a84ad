// query_syntax.cc - reads words, phrases, exclusions and filters; whatever is none of these is a word.
#include "search/query_syntax.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

bool is_space(char32_t c) {
  if (c < 0x7F) return c <= 0x20;  // as nearly all are
  return c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F;
}

// Of two, as typography, phones and other languages write them.
bool is_double_quote(char32_t c) {
  if (c < 0x7F) return c == U'"';
  switch (c) {
    case 0xAB:  // « and », inwards or outwards
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2E42:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFF02:
      return true;
    default:
      return false;
  }
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
    if (space && ++words > kMaxQueryWords) return truncated = true, out;
    const size_t before = out.size();
    if (space && !out.empty()) out += ' ';
    append_utf8(out, is_double_quote(c) ? U'"' : c);
    if (out.size() > kMaxQueryBytes) return out.resize(before), truncated = true, out;
    space = false;
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

// "-d", "-it", "-9", "-Xmx512m", "-DskipTests", "-std=c++20": as programs take them. Words of other scripts
// are never options.
bool is_option(std::string_view word) {
  const auto is_ascii = [](char c) { return static_cast<uint8_t>(c) < 0x80; };
  if (!std::all_of(word.begin(), word.end(), is_ascii)) return false;
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto lower_before_upper = std::adjacent_find(
      word.begin(), word.end(), [&](char a, char b) { return is_alnum(a) && !is_upper(a) && is_upper(b); });
  return word.size() <= 2 || lower_before_upper != word.end() ||
         std::any_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '=' || c == ':'; });
}

bool opens_question(std::string_view word) {
  constexpr std::string_view kWords[] = {"how",   "what", "whats", "what's", "when",  "where",
                                         "which", "who",  "why",   "can",    "could", "do",
                                         "does",  "is",   "are",   "should"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// A question excludes nothing: its minus is an option, a dash or a number.
bool is_question(const std::vector<QueryPart>& parts) {
  if (parts.empty()) return false;
  // Latin, full width, Arabic, and Greek, which has two code points for it.
  constexpr std::string_view kMarks[] = {"?", "\uFF1F", "\u061F", "\u037E", ";"};
  const std::string& last = parts.back().text;
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&last](std::string_view mark) { return last.ends_with(mark); }) ||
         opens_question(lower_case(parts.front().text));
}

// What is quoted in a question is a name or a saying that it is about: an article that answers may lack it.
// So there it is words like the others, which stand near each other in what fits best.
constexpr ptrdiff_t kManyOthers = 4;  // words beside the quotes, with which a query is as good as a question
void loosen_quotes(std::vector<QueryPart>& parts) {
  const auto others =
      std::count_if(parts.begin(), parts.end(), [](const QueryPart& p) { return !p.phrase && !p.exclude; });
  if (others < kManyOthers || !is_question(parts)) return;
  for (QueryPart& part : parts) part.phrase = part.phrase && part.exclude;
}

// An exclusion ends what somebody searches for: "proxy -caddy". A minus elsewhere belongs to an option that a
// command is typed with ("tar -xzf file", "kill -9"), or to a number, and stays with its word.
void keep_what_is_meant(std::vector<QueryPart>& parts) {
  const auto take_back = [](QueryPart& part) {
    part.exclude = false;
    if (!part.phrase) part.text.insert(0, 1, '-');
  };
  const bool question = is_question(parts);
  bool wanted_behind = false;
  for (size_t i = parts.size(); i-- > 0;) {
    QueryPart& part = parts[i];
    if (part.exclude && !part.phrase && (question || wanted_behind || is_option(part.text))) take_back(part);
    wanted_behind = wanted_behind || !part.exclude;
  }
  const auto is_wanted = [](const QueryPart& part) { return !part.exclude; };
  if (std::any_of(parts.begin(), parts.end(), is_wanted)) return;
  for (QueryPart& part : parts) take_back(part);  // without anything else it is all that is asked for
}

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  ParsedQuery out;
  out.text = normalize(text, out.truncated, out.ends_open);
  Parser(out.text).run(out);
  keep_what_is_meant(out.parts);
  loosen_quotes(out.parts);
  return out;
}

std::optional<ParsedQuery> without_quotes(const ParsedQuery& query) {
  ParsedQuery out = query;
  bool changed = false;
  size_t at = 0;
  for (QueryPart& part : out.parts) {
    const bool required = part.phrase && !part.exclude;
    const std::string written = required ? '"' + part.text + '"' : part.text;
    size_t found = out.text.find(written, at);
    // What stands behind a colon is the value of a filter.
    while (required && found > 0 && out.text[found - 1] == ':') found = out.text.find(written, found + 1);
    if (required) {
      out.text.replace(found, part.text.size() + 2, part.text);
      part.phrase = false;
      changed = true;
    }
    at = found + part.text.size();
  }
  if (!changed) return std::nullopt;
  return out;
}

}  // namespace signpost
