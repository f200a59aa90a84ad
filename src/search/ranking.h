// ranking.h - how well a document answers a query: one number, and what it is made of.
// Tested by tests/unit/search/searcher_test.cc and the goldens in tests/relevance/.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "search/evidence.h"
#include "search/index_reader.h"
#include "search/query_plan.h"
#include "search/types.h"

namespace signpost {

// What of a query is the same for all documents.
struct RankingContext {
  const QueryPlan& plan;
  const IndexReader& index;
  uint32_t today = 0;        // days since 1970-01-01, for freshness
  bool latin_query = false;  // without CJK characters
  std::string_view lang;     // preferred language, "" for none
};

struct DocumentScore {
  float score = 0;
  uint32_t section = 0;  // the best one
};

// `explanation`: filled when not null.
DocumentScore rank_document(const RankingContext& context, uint32_t number, const Evidence& evidence,
                            std::vector<Contribution>* explanation);

}  // namespace signpost
