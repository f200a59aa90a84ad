// by_meaning.h - documents that mean what a query does and have none of its words: in another language, or in
// other words of the same.
// Tested by tests/unit/meaning/learn_test.cc.
#pragma once

#include <string_view>

#include "search/bitmap.h"
#include "search/index_reader.h"
#include "search/match.h"
#include "search/meaning.h"

namespace signpost {

// Puts those that are near enough to `meaning` behind the hits for the words, at most kMostByMeaning; each
// family once, in the language that serves readers of `lang` best, which counts for a tenth of likeness.
// Total and facets stay those of the words. `allowed`: what passes the filters. Looks at every vector of the
// generation.
inline constexpr size_t kMostByMeaning = 5;
void add_by_meaning(const IndexReader& index, const Meaning& meaning, std::string_view lang,
                    const Bitmap& allowed, Matches& matches);

}  // namespace signpost
