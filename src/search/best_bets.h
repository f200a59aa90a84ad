// best_bets.h - the article that a site's owner puts first for a query.
// Tested by tests/unit/search/best_bets_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "search/bitmap.h"
#include "search/index_reader.h"
#include "search/match.h"

namespace signpost {

// Moves the best bet for exactly this query to the front, adding it when it did not match. `lang`: of the
// query, "" for any. A bet outside `allowed` (the filters) stays out.
void put_best_bet_first(const IndexReader& index, std::string_view text, std::string_view lang,
                        const Bitmap& allowed, Matches& matches);

}  // namespace signpost
