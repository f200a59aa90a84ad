// text_block.h - what each stretch of a section's plain text is: paragraph, step, row of a table, code.
// Tested by tests/unit/content/text_block_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost {

enum class BlockKind : uint8_t {
  // With other blocks in them. Those of a list are items, and terms of a <dl> as labels; those of an item are
  // anything: what an author indents below a step belongs to it.
  numbered_list,
  bullet_list,
  item,
  table,
  quote,
  box,  // an admonition, whatever its notation
  fold,
  tab,
  footnote,
  // Text: each byte of a section's text that is no white space lies in exactly one of these.
  paragraph,
  label,  // the title of a box, fold, tab or block of code, the caption of a table or figure, a term
  code,   // also what could not be read as Markdown
  header_row,
  row,
  // Parts of a text: the cells of a row, all of them, also empty ones, in the order of the columns; the text
  // that stands for a picture.
  cell,
  header_cell,  // names its column or, in a row that is no header, its row
  picture,
};
inline constexpr BlockKind kLastBlockKind = BlockKind::picture;

// Containers around a block; deeper ones are not noted.
inline constexpr size_t kMaxBlockDepth = 16;
inline constexpr int32_t kMaxBlockNumber = 1'000'000'000;  // of an item, and with a minus its least

constexpr bool is_container(BlockKind kind) { return kind <= BlockKind::footnote; }
constexpr bool is_text(BlockKind kind) { return kind >= BlockKind::paragraph && kind <= BlockKind::row; }
constexpr bool is_row(BlockKind kind) { return kind == BlockKind::header_row || kind == BlockKind::row; }
constexpr bool is_cell(BlockKind kind) { return kind == BlockKind::cell || kind == BlockKind::header_cell; }

// Blocks of a section stand in the order in which they begin, each behind the one around it: in pre-order.
// What lies in a block lies in its bytes; blocks of which none lies in the other have no byte in common. No
// block but a cell is empty, and none begins or ends with white space, but code with the indentation of its
// first line.
struct TextBlock {
  BlockKind kind = BlockKind::paragraph;
  uint32_t begin = 0;  // bytes [begin, end) of the section's text
  uint32_t end = 0;
  int32_t parent = -1;  // place of the block around it; -1 for none
  int32_t number = 0;   // of an item in a numbered list, as readers see it; else 0

  bool operator==(const TextBlock&) const = default;
};

// The steps of one procedure: a numbered list that lies in no other, with those that go on with its numbers,
// because a picture or code that isn't indented stands between.
struct StepList {
  uint32_t begin = 0;  // bytes [begin, end) of the section's text, what stands between included
  uint32_t end = 0;
  std::vector<size_t> steps;  // places of the items among the blocks
};
std::vector<StepList> step_lists(const std::vector<TextBlock>& blocks);

// A text without known structure as one block of this kind: none of white space.
std::vector<TextBlock> whole_text(std::string_view text, BlockKind kind);

}  // namespace signpost
