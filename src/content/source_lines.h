// source_lines.h - which line of a file a line of its filtered text was.
// Tested by tests/unit/content/source_filter_test.cc.
#pragma once

#include <cstddef>
#include <vector>

namespace signpost {

// From lines of the filtered text to lines of the file. Empty when no line was moved.
class SourceLines {
 public:
  explicit SourceLines(int first_line = 1) : first_line_(first_line) {}

  // The line `source` (0-based) of the body is the next line of the filtered text.
  void add(size_t source) { sources_.push_back(static_cast<int>(source)); }

  // `line` is 1-based in the filtered text; the result is 1-based in the file.
  int file_line(int line) const {
    if (line <= 0) return first_line_;
    const auto index = static_cast<size_t>(line - 1);
    if (sources_.empty()) return first_line_ + line - 1;
    return first_line_ + (index < sources_.size() ? sources_[index] : sources_.back());
  }

  // Of a text that was made of another one, whose lines `earlier` knows: from its lines to those of the file.
  SourceLines behind(const SourceLines& earlier) const;

 private:
  int first_line_;
  std::vector<int> sources_;
};

}  // namespace signpost
