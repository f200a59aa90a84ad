// match.h - the documents that a plan matches, and their order.
// Tested by tests/unit/search/match_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/bitmap.h"
#include "search/facets.h"
#include "search/index_reader.h"
#include "search/meaning.h"
#include "search/query_plan.h"
#include "search/signals.h"
#include "search/types.h"

namespace signpost {

// How a document was found.
enum class FoundBy : uint8_t {
  words,        // of the query
  translation,  // words of another language that translate them (translation.h)
  meaning       // (by_meaning.h)
};

struct Ranked {
  uint32_t number = 0;
  uint32_t section = 0;
  float score = 0;
  uint8_t tier = 0;  // 0: in the language asked for
  FoundBy by = FoundBy::words;
  float titled = 0;  // share of the query that its title has
};

struct Matches {
  Bitmap documents;            // that match, before facet filters, one of each family
  bool exact = true;           // false when a phrase was not looked for in all of them
  uint64_t total = 0;          // that also pass the filters
  std::vector<Ranked> ranked;  // best first, as many as were asked for at most
  float covered = 0;  // the largest share of the query that one of them has, of the language that comes first
  float titled = 0;   // the largest share of it that the title of such a one has
  uint64_t ranking = 0;        // whose documents this thread may still know (read_documents.h); 0 for none
  std::vector<Ranked> beside;  // that hardly have a word of the query (beside.h)
};

struct MatchOptions {
  std::string_view lang;    // preferred language, "" for none
  bool lang_first = false;  // its documents come before all others
  bool latin_query = false;
  bool browse = false;                           // a query without words takes all that passes the filters
  uint32_t wanted = 10;                          // how many of the best
  uint32_t today = 0;                            // days since 1970-01-01
  const Meaning* meaning = nullptr;              // of the query, null where the words say all
  const Bitmap* among = nullptr;                 // nothing but these; null for all
  std::span<const DocumentClicks> clicked = {};  // for the query, where clicks count
};

Matches match(const QueryPlan& plan, const Filters& filters, const MatchOptions& options,
              const IndexReader& index, const FacetIndex& facets);

}  // namespace signpost
