// translation.h - a query in the words of other languages, as the glossary of the site's own translations has
// them, and the documents that are only there. Tested by tests/unit/search/translation_test.cc.
#pragma once

#include <string>
#include <vector>

#include "search/beside.h"
#include "search/bitmap.h"
#include "search/index_reader.h"
#include "search/match.h"
#include "search/query_plan.h"
#include "search/query_syntax.h"

namespace signpost {

struct TranslatedPlan {
  std::string lang;
  QueryPlan plan;   // a unit for each word that has a translation, or is a name
  float known = 0;  // share of the query's words that have a unit, 0..1
};

// `plan`: of the query, in `lang`. One for each language that the glossary has words of the query in; none
// where something is quoted, which is wanted as it stands.
std::vector<TranslatedPlan> translate(const ParsedQuery& query, const QueryPlan& plan,
                                      const std::string& lang, const IndexReader& index);

// Offers what a translated query finds in its language among `options.among`, best first, as far as its title
// has `least_titled` of the query; nothing unless the best has half of the query.
void add_translated(const TranslatedPlan& translated, float least_titled, const Filters& filters,
                    MatchOptions options, const IndexReader& index, const FacetIndex& facets, Beside& beside);

}  // namespace signpost
