// html_blocks.h - Markdown blocks and how they are put together: joined, quoted, made items of a list.
// Tested by tests/unit/importer/html_blocks_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

enum class HtmlBlockKind { paragraph, bullets, numbers, other };

struct MarkdownBlock {
  HtmlBlockKind kind = HtmlBlockKind::other;
  std::string text;            // without a line end behind it
  bool alternate = false;      // of a list: it has the second of the two markers
  bool can_interrupt = false;  // of a list: may stand right below a paragraph
};

using MarkdownBlocks = std::vector<MarkdownBlock>;

// With a blank line between two of them.
std::string joined(const MarkdownBlocks& blocks);

// "> " before each line.
std::string block_quote(std::string_view text);

struct ListShape {
  bool numbered = false;
  long start = 1;
  bool alternate = false;
};

// `items`: the blocks of each item. Without blank lines if `tight` and nothing in them needs one.
MarkdownBlock markdown_list(const std::vector<MarkdownBlocks>& items, const ListShape& shape, bool tight);

}  // namespace signpost
