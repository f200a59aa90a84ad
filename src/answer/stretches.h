// stretches.h - what of a section can be quoted: up to three sentences, a whole list of steps, a row of a
// table, code with its introduction. Tested by tests/unit/answer/stretches_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "search/quotable.h"

namespace signpost {

// A sentence, a part of a very long one, or a row or code as a whole.
struct Piece {
  enum class Of : uint8_t { prose, step, header, row, code, label };

  uint32_t begin = 0;  // bytes [begin, end) of the section's text
  uint32_t end = 0;
  uint32_t sentence = 0;  // counts sentences
  uint32_t run = 0;       // prose of one run stands together: no list of steps, table or code between
  Of of = Of::prose;
};

// Of the section's text, in order. `characters`: the most that a quotation of sentences may have.
std::vector<Piece> pieces_of(const SectionText& section, size_t characters);

struct Stretch {
  AnswerKind kind = AnswerKind::passage;  // passage, steps, table_row or code
  size_t first = 0;                       // pieces [first, last]
  size_t last = 0;
  uint32_t begin = 0;  // bytes [begin, end) of the section's text
  uint32_t end = 0;
};

inline constexpr uint32_t kMaxSentences = 3;        // of a passage
inline constexpr uint32_t kMaxStretchBytes = 6000;  // of steps and code: longer ones are read on their page

// Passages are as long as they may be: none lies in another.
std::vector<Stretch> stretches_of(const SectionText& section, const std::vector<Piece>& pieces,
                                  size_t characters);

// The most characters of a passage: 300, in Chinese, Japanese and Korean 150, which say as much.
size_t passage_characters(std::string_view lang);

}  // namespace signpost
