// inline_writer.h - collects the text, code, links and emphasis of one paragraph, and writes it as Markdown.
// Tested by tests/unit/importer/inline_writer_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

class InlineWriter {
 public:
  enum class Mark { emphasis, strong, strike, link };

  // Text of HTML: white space collapses over the borders of the pieces.
  void text(std::string_view html_text);
  void space() { pending_space_ = true; }
  // Markdown that stays as it is: a code span, a picture.
  void markdown(std::string_view piece);
  void line_break();

  // Marks may be left open over several paragraphs. `url` is that of a link. A mark inside its like does
  // nothing.
  void open(Mark mark, const std::string& url = {});
  void close(Mark mark);
  bool is_open(Mark mark) const;

  bool ends_with_break() const;

  // The paragraph, "" when there was nothing, and an empty writer in which the same marks are open.
  // `line_breaks`: they may stand here; otherwise they are spaces.
  std::string finish(bool line_breaks);

 private:
  enum class Kind { text, markdown, line_break, open, close };
  struct Piece {
    Kind kind;
    std::string text;  // of an open link its URL
    Mark mark = Mark::link;
  };
  struct Open {
    Mark mark;
    std::string url;
    int depth = 1;
  };

  bool is_at_line_start() const;
  void flush_space();
  void push_text(std::string_view text);
  void end_mark(Mark mark);
  void drop_outer_breaks();
  friend class InlineSerializer;

  std::vector<Piece> pieces_;
  std::vector<Open> open_;
  bool pending_space_ = false;
};

}  // namespace signpost
