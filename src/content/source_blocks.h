// source_blocks.h - which lines of Markdown are code, and which are raw HTML.
// Tested by tests/unit/content/source_blocks_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost {

// As cmark reads them, in contrast to code_lines.h, which tells line by line what may be code. Must not be
// made while a MarkdownTree is alive.
class SourceBlocks {
 public:
  enum class Kind : uint8_t { text, html, code };

  explicit SourceBlocks(std::string_view text);

  // Of the line that has the byte `place` of the text.
  Kind kind_at(size_t place) const;

 private:
  std::vector<size_t> starts_;  // of lines
  std::vector<Kind> kinds_;     // of lines
};

}  // namespace signpost
