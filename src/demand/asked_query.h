// asked_query.h - a query of visitors with what became of it, and what a search finds for it now.
// Tested by tests/unit/demand/asked_query_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/searcher.h"
#include "store/gap.h"
#include "store/insight_table.h"

namespace signpost {

struct AskedQuery {
  int64_t key = 0;  // query_key()
  QueryLine line;
};

// How many of the visits found nothing that helped them: the share of the searches of which that is known,
// which are those without a result, without a click and a quoted answer, followed by "did not help" or by the
// form to people; of these kinds the one that has most, since one search may be of several.
int64_t lost_visits(const QuerySums& sums);
// At least half of the visits were.
bool fails(const QuerySums& sums);

// What of a search's hits tells whether another one finds something else.
GapFinding finding_of(const SearchResponse& response);

// What a search on a page in its language finds, as typed.
struct FoundNow {
  GapFinding finding;
  std::vector<GapArticle> articles;  // at most ten, best first
  std::string corrected;             // Understood::corrected, "" for none
};
FoundNow find_now(const Searcher& searcher, const AskedQuery& query);

// What is found now may answer what was not answered before: something where there was nothing, another
// document first, or the same one that has become much more about it.
bool may_answer(const GapFinding& before, const GapFinding& now);

}  // namespace signpost
