// mdx_output.h - the Markdown that a file of MDX becomes: its lines, moved to where the components they stood
// in leave them. Tested by tests/unit/content/dialects/mdx_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "content/code_lines.h"
#include "content/dialects/box.h"
#include "content/dialects/dialect_pass.h"

namespace signpost {

// A component or block element that is open. What stands in it is indented as its author likes, which is no
// code: its first line tells by how much.
struct MdxOpen {
  std::string name;
  enum class End : uint8_t { none, box, item, gap } end = End::none;  // what its end writes
  BoxType box = BoxType::box;
  std::string closing;                                          // a paragraph at its end
  std::vector<std::string> tab_titles;                          // of a group of tabs, where it names them
  std::vector<std::pair<std::string, std::string>> tab_labels;  // ... or by the values of the tabs
  size_t children = 0;                                          // tabs or steps that it had so far
  bool code_tabs = false;                                       // each block of code in it is a tab
  bool splits = false;  // an element of HTML with Markdown on its line
  // By MdxOutput:
  std::string outer;                   // what lines around it begin with: spaces, '>'
  std::string prefix;                  // what lines in it begin with
  std::string marker;                  // in place of the prefix of its first line: "1. "
  std::optional<size_t> child_indent;  // of its first line, in the source
};

class MdxOutput {
 public:
  // `flat`: no indented line is code, not even outside of components.
  MdxOutput(DialectLines& out, bool flat) : out_(out), flat_(flat) {}

  // A line of text from its start to its end; begin_line gives the place of its first character in `raw`.
  size_t begin_line(std::string_view raw, int source);
  void append(std::string_view text) { line_ += text; }
  void note_code() { is_code_ = true; }     // its spaces count
  void note_removal() { removed_ = true; }  // if nothing else is left of the line, it goes
  void end_line();

  // Lines as they are.
  void add_line(std::string_view text, int source);
  void add_code(std::string_view raw, int source);

  // Has the line nothing but spaces, '>' and the marks of list items so far?
  bool at_start() const;
  // Would a tag alone on this line begin a block of HTML, whatever its name?
  bool may_start_html() const {
    return out_.empty() || is_blank(out_.back().text) || out_.back().text.ends_with("?>");
  }
  std::string_view line() const { return line_; }

  // A component begins here: what is left of the line goes into it. They do nothing where too many are open.
  void open_box(MdxOpen open, const BoxStart& start);
  void open_item(MdxOpen open, std::string_view marker, const std::string& text);
  void open_gap(MdxOpen open);  // apart from what is around it
  void open_element(MdxOpen open);
  // It ends here, with all in it; false when none of that name is open.
  bool close(std::string_view name);
  void close_all();
  // Ends the line here, and parts the next from it.
  void break_line();

  MdxOpen* innermost() { return open_.empty() ? nullptr : &open_.back(); }
  MdxOpen* find(std::string_view name);
  bool is_open() const { return !open_.empty(); }

 private:
  bool push(MdxOpen& open);
  std::string mapped(std::string_view raw);
  void put(std::string text);
  void flatten(std::string& text) const;
  void put_gap(const std::string& prefix);
  void close_innermost();
  // Ends the line if it has text; what is to stand before the first mark of a component then.
  std::string cut_line();

  DialectLines& out_;
  std::vector<MdxOpen> open_;
  std::string line_;
  bool removed_ = false;
  const bool flat_;
  bool is_code_ = false;
  CodeLines code_;  // of what was written so far
  int source_ = 0;
};

}  // namespace signpost
