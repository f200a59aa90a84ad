// query_run.h - one search from its text to its answer.
// Tested by tests/unit/search/query_run_test.cc.
#pragma once

#include "search/candidates.h"
#include "search/facets.h"
#include "search/index_reader.h"
#include "search/types.h"

namespace signpost {

SearchResponse run_query(const IndexReader& index, const FacetIndex& facets, const SearchRequest& request);

// The same search, with what of its first hits, at most `most`, could answer. REQUIRES: request.page is 1.
Candidates find_candidates(const IndexReader& index, const FacetIndex& facets, const SearchRequest& request,
                           size_t most);

}  // namespace signpost
