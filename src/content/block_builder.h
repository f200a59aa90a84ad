// block_builder.h - notes what each stretch of a section's text is while the text is being made.
// Tested by tests/unit/content/text_block_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "content/document.h"

namespace signpost {

// Blocks are begun and ended by whoever walks the page; a block is noted in a section when the first text of
// it is. Text in no text block is a paragraph, up to the next line end or block. Calls take the section that
// the text goes to.
class BlockBuilder {
 public:
  // Blocks nest. Inside a text block there are no others but its parts, a row's cells and pictures; such
  // ones, and containers in more than kMaxBlockDepth others, are taken for a part of what they lie in.
  // `number`: of a numbered list, its first; of an item, its own, or 0 for the next one of its list.
  void begin(Section& section, BlockKind kind, int number = 0);
  void end(Section& section);

  // Before `piece` is added to the section's text.
  void text(Section& section, std::string_view piece);
  // Before a line of the text ends.
  void line_end(Section& section);
  // The text since `begin` stands for a picture.
  void picture(Section& section, size_t begin);

  // What is open ends here, and goes on in the section whose text comes next.
  void leave(Section& section);

 private:
  struct Open {
    BlockKind kind;
    int number;
    int next = 0;        // of a list: the number of its next item
    int32_t index = -1;  // among the section's blocks; -1 while none of its text has come
  };

  bool is_noted(BlockKind kind) const;
  int number_of_item(int number);
  void note_open(Section& section, size_t begin);
  static void close(Section& section, size_t index);

  std::vector<Open> open_;   // those that are noted
  std::vector<bool> noted_;  // of all that are open
  size_t unnoted_ = 0;       // of open_: without a place yet
  bool in_text_ = false;     // the innermost of open_ is a text block or a cell
  int32_t paragraph_ = -1;   // place of the open paragraph
};

}  // namespace signpost
