// translatable_text.h - what of a text may have a counterpart in its translation: words, and pieces of what
// Chinese, Japanese and Korean write without spaces.
// Tested by tests/unit/index/translatable_text_test.cc.
//
// No dictionary says where a word of a run ends. So while a glossary is learned every piece that could be one
// is a candidate, and the longest known pieces, one behind the other, are what a query has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/unicode_fold.h"

namespace signpost {

struct TranslatableWord {
  std::string surface;  // folded
  std::string term;     // as the index has it
};

// Neighbouring characters of one script: of Han, katakana or Hangul; hiragana is grammar.
struct TranslatableRun {
  CharClass script = CharClass::han;
  std::vector<std::string> characters;  // folded
  uint32_t position = 0;                // of the first one
};

struct TranslatableText {
  std::vector<TranslatableWord> words;  // and whole names; none where others than words of a run are foreign
  std::vector<TranslatableRun> runs;
};

// As the analyzer of `lang` reads the text, whose first word gets `position`; that behind its last one
// returns there.
TranslatableText read_translatable(std::string_view text, const std::string& lang, uint32_t& position);

// The characters [first, first + count) of a run.
std::string piece_of(const TranslatableRun& run, size_t first, size_t count);

// Whether these characters of a run may be a word, as far as the way of writing tells.
bool may_be_word(const TranslatableRun& run, size_t first, size_t count);

inline constexpr size_t kLongestPiece = 12;  // in characters

// Of a Hangul run, in which endings come last, what it may begin with; of others every piece.
std::vector<std::string> pieces_of(const TranslatableRun& run);

}  // namespace signpost
