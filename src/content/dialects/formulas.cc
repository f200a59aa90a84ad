// formulas.cc - formulas and diagrams as code.
// Tested by tests/unit/content/dialects/formulas_test.cc.
#include "content/dialects/formulas.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/line_parts.h"

namespace signpost {
namespace {

constexpr size_t kMaxFormulaLines = 200;

class Formulas {
 public:
  Formulas(DialectLines& lines, const DialectContext& context)
      : lines_(lines), in_text_(!context.dialects.empty()) {}

  void run() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      DialectLine& line = lines_[at_];
      if (!line.code && (read_block(line, "$$", "$$", "math") || read_block(line, "\\[", "\\]", "math") ||
                         read_diagram(line))) {
        continue;
      }
      if (!line.code && in_text_) read_text(line.text);
      out_.push_back(std::move(line));
    }
    lines_ = std::move(out_);
  }

 private:
  // "$$" that starts a line, up to the "$$" that ends one.
  bool read_block(const DialectLine& line, std::string_view open, std::string_view close,
                  const char* language) {
    const size_t prefix = prefix_length(line.text);
    std::string_view first = trimmed(std::string_view(line.text).substr(prefix));
    if (!first.starts_with(open) || (open == "\\[" && first != open)) return false;
    first.remove_prefix(open.size());
    const std::string before = line.text.substr(0, prefix);
    DialectLines body;
    if (first.size() > close.size() && first.ends_with(close)) {
      body.push_back(
          {before + std::string(trimmed(first.substr(0, first.size() - close.size()))), line.source, true});
      write_block(before, body, line, language);
      return true;
    }
    if (first.find(close) != std::string_view::npos) return false;  // a formula that starts a line of text
    if (!trimmed(first).empty()) body.push_back({before + std::string(first), line.source, true});
    for (size_t i = at_ + 1; i < std::min(lines_.size(), at_ + kMaxFormulaLines); ++i) {
      const std::string_view text = trimmed(lines_[i].text);
      if (!text.ends_with(close)) {
        body.push_back({lines_[i].text, lines_[i].source, true});
        continue;
      }
      if (text.size() > close.size()) {
        const size_t end = lines_[i].text.rfind(close);
        body.push_back({lines_[i].text.substr(0, end), lines_[i].source, true});
      }
      write_block(before, body, line, language);
      at_ = i;
      return true;
    }
    return false;
  }

  bool read_diagram(const DialectLine& line) {
    const std::string text = lower_case(trimmed(line.text));
    const bool div = text.starts_with("<div class=\"mermaid\"");
    if (!div && !text.starts_with("<pre class=\"mermaid\"")) return false;
    const std::string_view close = div ? "</div>" : "</pre>";
    const size_t begin = line.text.find('>') + 1;
    std::string_view rest = begin == 0 ? std::string_view() : std::string_view(line.text).substr(begin);
    DialectLines body;
    for (size_t i = at_; i < std::min(lines_.size(), at_ + kMaxFormulaLines); ++i) {
      if (i > at_) rest = lines_[i].text;
      const size_t end = rest.find(close);
      if (!trimmed(rest.substr(0, end)).empty())
        body.push_back({std::string(rest.substr(0, end)), lines_[i].source, true});
      if (end == std::string_view::npos) continue;
      write_block("", body, line, "mermaid");
      at_ = i;
      return true;
    }
    return false;
  }

  void write_block(const std::string& prefix, const DialectLines& body, const DialectLine& line,
                   const char* language) {
    const std::string fence = prefix + "````";
    out_.push_back({fence + language, line.source, true});
    out_.insert(out_.end(), body.begin(), body.end());
    out_.push_back({fence, body.empty() ? line.source : body.back().source, true});
  }

  static void read_text(std::string& line) {
    std::string out;
    size_t no_end_from = std::string::npos;  // of "\\("
    for (size_t pos = 0; pos < line.size();) {
      size_t end = pos + 1;
      if (line[pos] == '`') {
        end = behind_code_span(line, pos);
      } else if (line.compare(pos, 2, "\\(") == 0) {
        const size_t close = pos < no_end_from ? line.find("\\)", pos + 2) : std::string::npos;
        if (close == std::string::npos) no_end_from = pos;
        if (close != std::string::npos &&
            is_formula(std::string_view(line).substr(pos + 2, close - pos - 2))) {
          out += code_span(trimmed(std::string_view(line).substr(pos + 2, close - pos - 2)));
          pos = close + 2;
          continue;
        }
        end = pos + 2;
      } else if (line[pos] == '\\') {
        end = std::min(pos + 2, line.size());
      } else if (line[pos] == '$') {
        const size_t marks = line.compare(pos, 2, "$$") == 0 ? 2 : 1;
        if (const size_t close = formula_end(line, pos, marks); close > 0) {
          out += code_span(trimmed(std::string_view(line).substr(pos + marks, close - pos - marks)));
          pos = close + marks;
          continue;
        }
        end = pos + marks;
      }
      out.append(line, pos, end - pos);
      pos = end;
    }
    line = std::move(out);
  }

  // Pandoc's rule: no space inside of either mark, no digit behind the last; 0 when it is no formula.
  static size_t formula_end(const std::string& line, size_t pos, size_t marks) {
    const std::string mark(marks, '$');
    if (pos + marks >= line.size() || is_space(line[pos + marks])) return 0;
    size_t close = line.find(mark, pos + marks);
    while (close != std::string::npos && line[close - 1] == '\\') close = line.find(mark, close + 1);
    if (close == std::string::npos || is_space(line[close - 1])) return 0;
    if (close + marks < line.size() && is_digit(line[close + marks])) return 0;
    return is_formula(std::string_view(line).substr(pos + marks, close - pos - marks)) ? close : 0;
  }

  // "$HOME and $PATH" and "$5 to $" are none: a formula is a letter, or has a sign of formulas.
  static bool is_formula(std::string_view text) {
    if (text.empty() || text.find('`') != std::string_view::npos) return false;
    return (text.size() == 1 && is_letter(text[0])) ||
           text.find_first_of("\\^_={}+") != std::string_view::npos ||
           text.find(" - ") != std::string_view::npos;
  }

  DialectLines& lines_;
  bool in_text_;
  DialectLines out_;
  size_t at_ = 0;
};

bool may_have_formula(std::string_view body, DialectSet dialects) {
  if (body.find("$$") != std::string_view::npos || body.find("mermaid") != std::string_view::npos)
    return true;
  if (body.find("\\[\n") != std::string_view::npos) return true;
  return !dialects.empty() &&
         (body.find('$') != std::string_view::npos || body.find("\\(") != std::string_view::npos);
}

void read_formulas(DialectLines& lines, const DialectContext& context) { Formulas(lines, context).run(); }

}  // namespace

const DialectPass kFormulas = {may_have_formula, read_formulas};

}  // namespace signpost
