// best_bets.h - the article that a site's owner puts first for a query, and how such rules of an owner apply.
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

// Does a rule that its owner wrote for `rule_lang` ("" for all) apply to a query in `lang` ("" for any)?
bool is_rule_for(std::string_view rule_lang, std::string_view lang);

// The document that such a rule names, in the query's language, else in the rule's, else in the default one;
// 0 when there is none.
uint32_t find_named(const IndexReader& index, std::string_view id, std::string_view lang,
                    std::string_view rule_lang);

}  // namespace signpost
