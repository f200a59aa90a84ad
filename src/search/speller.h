// speller.h - words of the index that an unknown word may have been meant to be.
// Tested by tests/unit/search/speller_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/word_list.h"

namespace signpost {

struct Correction {
  std::string word;
  float score = 0;  // higher is likelier
};

// The edit distance with transpositions of neighbours (optimal string alignment: Boytsov 2011, section 2.2)
// in characters, or `limit` + 1 when it is greater.
int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

// How many edits a word of this many characters may have: 0 below 4, 1 below 8, then 2.
int allowed_edits(size_t characters);

// The likeliest words, best first, at most `limit`. `word` is folded. None for words with digits.
std::vector<Correction> correct_word(const WordList& words, std::string_view word, size_t limit);

// Two known words that the unknown one is made of ("helpcentre"), when there are such, each in so many
// documents.
std::optional<std::pair<std::string, std::string>> split_word(const WordList& words, std::string_view word,
                                                              uint32_t documents);

}  // namespace signpost
