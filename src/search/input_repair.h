// input_repair.h - what a query was meant to be when the keyboard or the input method was in the wrong state.
// Tested by tests/unit/search/input_repair_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/index_reader.h"

namespace signpost {

// Texts to try instead of one that finds nothing, likeliest first: Korean typed on Latin keys and the
// reverse, letters that were not joined to syllables, initial consonants, a wrong Hangul letter, Latin
// letters that an input method left behind kana.
std::vector<std::string> repair_input(std::string_view text, const IndexReader& index);

// Without the one to three Latin letters behind kana that an input method has not yet turned into kana.
std::string without_pending_romaji(std::string_view text);

}  // namespace signpost
