// speller.h - words of the index that an unknown word may have been meant to be.
// Tested by tests/unit/search/speller_test.cc.
#pragma once

#include <climits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/word_list.h"

namespace signpost {

struct Correction {
  std::string word;
  int cost = 0;  // edit_cost()
  WordInfo info;
};

// Tenths of an edit that a word of so many characters may be away from the one that was meant.
int allowed_cost(size_t characters);

// How likely a word is that so many documents have, and that is so far from what was typed.
float likelihood(float documents, bool in_title, int cost);

// The likeliest words, best first, at most `limit`, of those that cost at most `most_cost`, and no more than
// a word of its length may. `word` is folded. None for words with digits, and for those of less than four
// characters.
std::vector<Correction> correct_word(const WordList& words, std::string_view word, size_t limit,
                                     int most_cost = INT_MAX);

// Two known words that the unknown one is made of ("helpcentre"), when there are such, each in so many
// documents.
std::optional<std::pair<std::string, std::string>> split_word(const WordList& words, std::string_view word,
                                                              uint32_t documents);

}  // namespace signpost
