// source_filter.h - takes out of Markdown source what is no text for readers: comments, the tags of foreign
// generators, the extensions of other dialects. Code stays as it is.
// Tested by tests/unit/content/source_filter_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/dialects/dialect.h"

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

struct FilterOptions {
  bool template_tags = false;  // {{...}}, {%...%}: all of them
  std::string_view lang;       // for the words that stand in for something
  DialectSet dialects = {};    // those that have some of them
};

// True when pages in one of these dialects are without its template tags, and what they hide.
bool has_template_tags(DialectSet dialects);

// True when filter_source would change anything; a quick look at the text.
bool needs_filter(std::string_view body, const FilterOptions& options);

std::string filter_source(std::string_view body, const FilterOptions& options, SourceLines& lines);

// The same for a text without lines and code: a title, a summary.
std::string strip_template_tags(std::string_view text);

}  // namespace signpost
