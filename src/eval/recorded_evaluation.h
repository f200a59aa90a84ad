// recorded_evaluation.h - how well an index answers what visitors asked, by what they opened.
// Tested by tests/unit/eval/recorded_evaluation_test.cc.
#pragma once

#include <string>
#include <vector>

#include "demand/recorded_clicks.h"
#include "search/searcher.h"

namespace signpost {

// Several lines: how many queries and visits; the share of visits whose query finds nothing; and where what
// visitors chose stands: the reciprocal rank of the first such document and nDCG, each query counting by its
// visits. Chosen is what the ranking may learn from too (search/clicks.h), each query by itself: from enough
// visits, for its place; what they say in ten steps is its gain. `correct` as in SearchRequest.
std::string summarize_asked(const Searcher& searcher, const std::vector<ClickedQuery>& queries, bool correct);

}  // namespace signpost
