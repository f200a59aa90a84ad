// search_operation.h - searching. Tested by tests/unit/api/search_operation_test.cc.
#pragma once

#include <string>
#include <vector>

#include "api/incidents_operation.h"
#include "api/operation.h"
#include "api/search_parameters.h"
#include "search/types.h"

namespace signpost {

struct SearchAnswer {
  SearchRequest request;
  SearchResponse response;                 // facets' values have their labels in the visitor's language
  std::vector<IncidentEntry> incidents{};  // that concern what is searched for, or what it is narrowed to
};

// What was found, for whoever has searched already.
SearchAnswer search_answer(const OperationContext& context, const SearchRequest& request,
                           SearchResponse response);

SearchAnswer search(const OperationContext& context, const SearchRequest& request);

// The active incidents that concern a text that was searched for, or what the search is narrowed to.
std::vector<IncidentEntry> incidents_of_search(const OperationContext& context, const std::string& text,
                                               const Filters& filters);

SearchFacts facts_of(const SearchAnswer& answer);

// What one value of a facet is called: in the words of the interface, where it has any for it, else `label`,
// else by itself.
std::string facet_value_label(const OperationContext& context, Field facet, const std::string& value,
                              const std::string& label);

Operation search_operation();

}  // namespace signpost
