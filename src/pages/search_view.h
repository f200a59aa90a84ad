// search_view.h - results as the results page shows them: labels, links that toggle filters, page numbers.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include "api/json.h"
#include "api/search_parameters.h"
#include "pages/page_context.h"
#include "search/types.h"

namespace signpost {

// The view `search` of results.html and explain.html.
Json search_view(const PageContext& context, const SearchParameters& parameters,
                 const SearchResponse& response);

// What a score is made of, in the words of the interface: [{what, value}].
Json explanation_views(const Strings& strings, const std::vector<Contribution>& parts);

}  // namespace signpost
