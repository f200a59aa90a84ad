// correction.h - rewrites a query that finds nothing of what it says: misspelled words, words run together or
// apart. Tested by tests/unit/search/correction_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/index_reader.h"
#include "search/query_plan.h"
#include "search/query_syntax.h"

namespace signpost {

// The query with the words that the index does not know replaced by the likeliest that it does; nullopt when
// nothing is to be replaced. Quoted and excluded words, names with signs but hyphens and words with digits
// stay as they are.
std::optional<std::string> correct_query(const ParsedQuery& query, const QueryPlan& plan,
                                         std::string_view lang, const IndexReader& index);

}  // namespace signpost
