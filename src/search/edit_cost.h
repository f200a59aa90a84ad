// edit_cost.h - how far a word that was typed lies from one that may have been meant, by what goes wrong when
// people spell. Tested by tests/unit/search/edit_cost_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// The edit distance with transpositions of neighbours (optimal string alignment: Boytsov 2011, section 2.2)
// in characters, or `limit` + 1 when it is greater.
int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

inline constexpr int kEdit = 10;  // cost of one letter for quite another

// The same with edits that cost as little as they are likely: letters doubled or not, vowels, letters that
// sound alike or say nothing; in tenths of an edit. Or `limit` + 1 when it is greater. Both folded.
int edit_cost(std::string_view typed, std::string_view meant, int limit);

}  // namespace signpost
