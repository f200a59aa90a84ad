// stop_words.h - words that say little about what a query is about. They count little; they are never lost.
// Tested by tests/unit/search/stop_words_test.cc.
#pragma once

#include <string_view>

namespace signpost {

// Takes a folded word without accents. One list for all languages that are written with spaces.
bool is_stop_word(std::string_view word);

// A pair of Japanese or Korean characters of a question word: it asks, and the answer has something else in
// its place.
bool is_question_pair(std::string_view pair);

// A letter of it is hiragana: in a pair of characters most often a particle or an ending.
bool has_hiragana(std::string_view text);

// Length in bytes of the Korean particle or ending that closes a run of Hangul, 0 when there is none.
size_t korean_ending(std::string_view run);

}  // namespace signpost
