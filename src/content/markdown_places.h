// markdown_places.h - where in its file a link, an image, a heading or a tag stands: line, and column in
// characters. Tested by tests/unit/content/markdown_places_test.cc.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/diagnostic.h"
#include "content/source_filter.h"

namespace signpost {

// cmark knows the lines of blocks, but its columns are bytes, go wrong behind indents and escapes, and are
// those of the filtered text. So what a node was made of is searched in the lines of its block, as they stand
// in the file. Ask in the order of the text: what was found is not found again.
class MarkdownPlaces {
 public:
  // `body` is the source before it was filtered; `lines` lead from lines of the tree to lines of the file,
  // of which `first_line` is the first of `body`. Both must outlive it.
  MarkdownPlaces(std::string_view body, int first_line, const SourceLines& lines)
      : body_(body), first_line_(first_line), lines_(lines) {}

  Place of_heading(cmark_node* heading);
  // The line in the file of a block, or of the block that a node is in.
  int line_of(cmark_node* node) const;
  // Of a link or an image: its opening bracket, the '!' before it, or the first character of a bare URL.
  Place of_link(cmark_node* node);

  // The tags asked for next belong to this piece of raw HTML.
  void begin_html(cmark_node* node);
  Place of_tag(std::string_view source);

 private:
  static constexpr size_t kNone = std::string_view::npos;
  using Range = std::pair<size_t, size_t>;  // bytes of body_

  size_t line_start(int file_line);
  Place place_at(size_t offset);
  void enter_block(cmark_node* node);
  void find_masked();
  void mask_code(size_t begin, size_t end);
  size_t find(std::string_view needle, size_t from);
  bool is_masked(size_t offset) const;
  size_t find_by_url(std::string_view url, bool image);
  size_t find_by_text(std::string_view text, bool image);
  size_t find_somehow(std::string_view url);
  size_t opener_before(size_t url_start, bool image);
  size_t matching_bracket(size_t close);

  std::string_view body_;
  const int first_line_;
  const SourceLines& lines_;
  std::vector<size_t> starts_;  // of the lines of body_; empty until needed
  int block_line_ = 0;          // first line of the block that is searched now
  Range block_{0, 0};
  size_t cursor_ = 0;                // everything before it was found already
  std::vector<Range> masked_;        // of the block: code, comments and escaped characters, ascending
  size_t budget_ = size_t{8} << 20;  // bytes that may still be searched: hostile texts cost no more
  size_t counted_to_ = 0;            // the offset of the last answer,
  int counted_line_ = 0;             // its line
  int counted_column_ = 0;           // and its column, from which the next one is counted
};

}  // namespace signpost
