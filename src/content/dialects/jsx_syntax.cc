// jsx_syntax.cc - reads single tags and expressions of JSX, as far as their ends and plain values go.
// Tested by tests/unit/content/dialects/jsx_syntax_test.cc.
#include "content/dialects/jsx_syntax.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr size_t kNoEnd = std::string_view::npos;
constexpr size_t kMaxJsxTag = size_t{16} << 10;
constexpr size_t kMaxStatement = size_t{64} << 10;
constexpr size_t kMaxStrings = 100;  // of an expression that are of any use

// Brackets, strings, templates and comments of ECMAScript, one step at a time.
class Brackets {
 public:
  explicit Brackets(std::string_view text) : text_(text) {}

  bool done() const { return pos_ >= text_.size(); }
  size_t pos() const { return pos_; }
  size_t depth() const { return open_.size(); }
  bool broken() const { return broken_; }

  void step() {
    const char c = text_[pos_];
    if (!open_.empty() && open_.back() == '`') return step_in_template(c);
    if (c == '"' || c == '\'') {
      const size_t end = end_of_string(pos_);
      pos_ = end == kNoEnd ? pos_ + 1 : end;  // an apostrophe in the text of a tag
    } else if (c == '/' && text_.substr(pos_, 2) == "/*") {
      pos_ = behind("*/", pos_ + 2);
    } else if (c == '/' && text_.substr(pos_, 2) == "//" && (pos_ == 0 || is_space(text_[pos_ - 1]))) {
      pos_ = std::min(text_.find('\n', pos_), text_.size());
    } else {
      bracket(c);
      ++pos_;
    }
  }

  // Behind the string that starts at `from`; kNoEnd when its line ends before it.
  size_t end_of_string(size_t from) const {
    for (size_t at = from + 1; at < text_.size() && text_[at] != '\n'; ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == text_[from]) {
        return at + 1;
      }
    }
    return kNoEnd;
  }

 private:
  size_t behind(std::string_view what, size_t from) const {
    const size_t at = text_.find(what, from);
    return at == kNoEnd ? text_.size() : at + what.size();
  }

  void step_in_template(char c) {
    if (c == '`') open_.pop_back();
    if (c == '$' && text_.substr(pos_, 2) == "${") {
      open_ += '{';
      ++pos_;
    }
    pos_ += c == '\\' ? 2 : 1;
  }

  void bracket(char c) {
    if (c == '{' || c == '(' || c == '[' || c == '`') open_ += c;
    if (c != '}' && c != ')' && c != ']') return;
    const char wanted = c == '}' ? '{' : c == ')' ? '(' : '[';
    // Text between tags may have any of them by itself; braces alone must fit.
    if (c == '}') {
      while (!open_.empty() && open_.back() != '{') open_.pop_back();
    }
    if (!open_.empty() && open_.back() == wanted) {
      open_.pop_back();
    } else if (c == '}') {
      broken_ = true;
    }
  }

  std::string_view text_;
  size_t pos_ = 0;
  std::string open_;
  bool broken_ = false;
};

bool is_name_char(char c) { return is_alnum(c) || c == '_' || c == '$' || c == '.' || c == ':' || c == '-'; }

class JsxReader {
 public:
  explicit JsxReader(std::string_view text) : text_(text.substr(0, kMaxJsxTag)) {}

  JsxTag read() {
    JsxTag tag;
    if (text_.size() < 2 || text_[0] != '<') return {};
    pos_ = 1;
    if (text_[pos_] == '/') {
      tag.closing = true;
      ++pos_;
    }
    if (pos_ < text_.size() && text_[pos_] != '>' && !is_letter(text_[pos_])) return {};
    while (pos_ < text_.size() && is_name_char(text_[pos_])) tag.name += text_[pos_++];
    const char behind = pos_ < text_.size() ? text_[pos_] : '\0';
    if (!is_space(behind) && behind != '/' && behind != '>' && behind != '{') return {};
    if (!read_attributes(tag)) return {};
    tag.length = pos_;
    return tag;
  }

 private:
  // Up to and behind the '>'; false when there is none.
  bool read_attributes(JsxTag& tag) {
    while (true) {
      if (!skip_space()) return false;
      const char c = text_[pos_];
      if (c == '>') {
        ++pos_;
        return true;
      }
      if (c == '/') {
        ++pos_;
        if (!skip_space() || text_[pos_] != '>') return false;
        tag.self_closing = true;
      } else if (c == '{') {  // a spread or a comment
        if (!skip_expression()) return false;
      } else if (!read_jsx_attribute(tag)) {
        return false;
      }
    }
  }

  // False at the end of the text or at a blank line.
  bool skip_space() {
    int lines = 0;
    while (pos_ < text_.size() && is_space(text_[pos_])) lines += text_[pos_++] == '\n';
    return pos_ < text_.size() && lines < 2;
  }

  bool skip_expression() {
    const size_t length = expression_length(text_.substr(pos_));
    pos_ += length;
    return length > 0;
  }

  bool read_jsx_attribute(JsxTag& tag) {
    const size_t start = pos_;
    while (pos_ < text_.size() && !is_space(text_[pos_]) &&
           std::string_view("=/>{}<\"'`").find(text_[pos_]) == kNoEnd)
      ++pos_;
    if (pos_ == start) return false;
    JsxAttribute attribute{std::string(text_.substr(start, pos_ - start)), {}, false};
    const size_t behind_name = pos_;
    if (!skip_space()) return false;
    if (text_[pos_] != '=') {
      pos_ = behind_name;
    } else {
      ++pos_;
      if (!skip_space() || !read_jsx_value(attribute)) return false;
    }
    tag.attributes.push_back(std::move(attribute));
    return true;
  }

  bool read_jsx_value(JsxAttribute& attribute) {
    const char c = text_[pos_];
    const size_t start = pos_;
    if (c == '{') {
      if (!skip_expression()) return false;
      attribute.expression = true;
      attribute.value = trimmed(text_.substr(start + 1, pos_ - start - 2));
    } else if (c == '"' || c == '\'') {
      const size_t end = text_.find(c, pos_ + 1);
      if (end == kNoEnd) return false;
      attribute.value = text_.substr(start + 1, end - start - 1);
      pos_ = end + 1;
    } else {
      while (pos_ < text_.size() && !is_space(text_[pos_]) && text_[pos_] != '>') ++pos_;
      attribute.value = text_.substr(start, pos_ - start);
    }
    return true;
  }

  std::string_view text_;
  size_t pos_ = 0;
};

// Does a statement whose brackets are closed go on behind the end of the line at `newline`?
bool goes_on(std::string_view text, size_t newline) {
  const std::string_view before = trimmed(text.substr(0, newline));
  const std::string_view line = text.substr(newline + 1, text.find('\n', newline + 1) - newline - 1);
  if (is_blank(line) || before.empty() || before.back() == ';') return false;
  if (std::string_view("=,([{+&|?:>").find(before.back()) != kNoEnd || before.ends_with("from")) return true;
  const char next = trimmed(line)[0];
  return is_space(line[0]) || std::string_view(".?:&|+)]}=;").find(next) != kNoEnd;
}

}  // namespace

const JsxAttribute* JsxTag::find(std::string_view attribute) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const JsxAttribute& known) { return known.name == attribute; });
  return found == attributes.end() ? nullptr : &*found;
}

JsxTag read_jsx_tag(std::string_view text) { return JsxReader(text).read(); }

size_t expression_length(std::string_view text) {
  if (text.empty() || text[0] != '{') return 0;
  Brackets brackets(text.substr(0, kMaxJsxTag));
  do {
    brackets.step();
  } while (brackets.depth() > 0 && !brackets.done());
  return brackets.depth() == 0 ? brackets.pos() : 0;
}

size_t statement_length(std::string_view text) {
  const std::string_view part = text.substr(0, kMaxStatement);
  Brackets brackets(part);
  while (!brackets.done() && !brackets.broken()) {
    if (part[brackets.pos()] == '\n' && brackets.depth() == 0 && !goes_on(part, brackets.pos()))
      return brackets.pos();
    brackets.step();
  }
  return brackets.depth() == 0 && !brackets.broken() && part.size() == text.size() ? part.size() : 0;
}

std::optional<std::string> literal_value(std::string_view expression) {
  expression = trimmed(expression);
  if (expression.empty()) return std::nullopt;
  const char quote = expression[0];
  if (std::all_of(expression.begin(), expression.end(), is_digit)) return std::string(expression);
  if (quote != '"' && quote != '\'' && quote != '`') return std::nullopt;
  if (expression.size() < 2 || expression.back() != quote) return std::nullopt;
  std::string value;
  for (size_t i = 1; i + 1 < expression.size(); ++i) {
    const char c = expression[i];
    if (c == quote || (quote == '`' && expression.substr(i, 2) == "${")) return std::nullopt;
    if (c == '\\' && i + 2 < expression.size()) {
      const char next = expression[++i];
      value += next == 'n' ? '\n' : next;
    } else {
      value += c;
    }
  }
  return value;
}

std::vector<std::string> strings_in(std::string_view expression) {
  std::vector<std::string> strings;
  const Brackets brackets(expression);
  for (size_t at = 0; at < expression.size() && strings.size() < kMaxStrings;) {
    const char c = expression[at];
    size_t end = kNoEnd;
    if (c == '"' || c == '\'') end = brackets.end_of_string(at);
    if (c == '`') end = expression.find('`', at + 1) == kNoEnd ? kNoEnd : expression.find('`', at + 1) + 1;
    if (end != kNoEnd) {
      if (auto value = literal_value(expression.substr(at, end - at))) strings.push_back(std::move(*value));
    }
    at = end == kNoEnd ? at + 1 : end;
  }
  return strings;
}

}  // namespace signpost
