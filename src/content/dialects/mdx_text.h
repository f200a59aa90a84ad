// mdx_text.h - the text of a file of MDX with a place in it, and what can be found from there on.
// Tested by tests/unit/content/dialects/mdx_test.cc.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/dialects/dialect_pass.h"

namespace signpost {

// The place only moves on. All together takes time linear in the text, whatever it holds.
class MdxText {
 public:
  static constexpr size_t kNone = std::string_view::npos;

  explicit MdxText(const DialectLines& lines);

  bool at_end() const { return line_ >= starts_.size(); }
  size_t line() const { return line_; }
  size_t pos() const { return pos_; }
  char operator[](size_t at) const { return text_[at]; }
  size_t size() const { return text_.size(); }
  std::string_view from(size_t at) const { return std::string_view(text_).substr(at); }
  std::string_view rest() const { return from(pos_); }
  std::string_view rest_of_line(size_t at) const;  // from `at` to the end of its line

  void move_to(size_t at);  // the line follows
  void next_line();         // to its start; at_end() behind the last

  // The next place of `what`.
  size_t find(const std::string& what);
  size_t paragraph_end();
  // Behind the span of code, or the formula, that starts here; behind its first marks when it never ends.
  size_t behind_code_span();
  size_t behind_math() const;

 private:
  std::string text_;
  std::vector<size_t> starts_;  // of lines
  size_t line_ = 0;
  size_t pos_ = 0;
  size_t paragraph_end_ = 0;
  size_t no_ticks_before_ = 0;          // no span of one backtick ends before
  std::map<std::string, size_t> next_;  // as find() found it last
};

}  // namespace signpost
