// code_lines.h - tells, line by line and without a parse, which lines of Markdown are code blocks.
// Tested by tests/unit/content/code_lines_test.cc.
#pragma once

#include <string_view>
#include <vector>

namespace signpost {

// Feed it every line in order. Knows fenced and indented code, inside lists and quotes too, and <pre>,
// <script> and <style>. It errs on the side of code: what it is not sure of is left as it is.
class CodeLines {
 public:
  // True when the line (without its end) is code or the fence of code.
  bool is_code(std::string_view line);

  // Was the line before blank, or the start of the text?
  bool after_blank() const { return after_blank_; }

 private:
  struct Shape {
    int quotes = 0;   // '>' marks
    size_t text = 0;  // offset of the first character that is no space
    int indent = 0;   // columns before it, from the last '>' mark
    bool blank = false;
  };

  static Shape shape_of(std::string_view line);
  bool in_fence(const Shape& shape, std::string_view text);
  bool opens_fence(std::string_view text);
  void enter_list_items(std::string_view text, int indent);
  bool in_raw(std::string_view text);

  std::vector<int> items_;  // columns where the contents of open list items start
  bool after_blank_ = true;
  bool paragraph_ = false;  // the line before may go on as a paragraph
  char fence_ = '\0';       // of an open fence
  size_t fence_length_ = 0;
  int fence_quotes_ = 0;
  int fence_item_ = 0;
  int fence_indent_ = 0;      // columns before it
  std::string_view raw_end_;  // of an open <pre> ...
};

}  // namespace signpost
