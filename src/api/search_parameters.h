// search_parameters.h - the query string of /search and /api/v1/search as a SearchRequest, with its mistakes.
// Tested by tests/unit/api/search_parameters_test.cc.
#pragma once

#include <string>
#include <vector>

#include "api/parameters.h"
#include "net/message.h"
#include "search/types.h"

namespace signpost {

// Of the filters of an address so many count, the first ones, each value once, as far as they fit into so
// many bytes of an address: every link of a page of results carries them.
inline constexpr size_t kMaxFilters = 32;
inline constexpr size_t kMaxFilterBytes = 2000;

struct SearchParameters {
  SearchRequest request;           // filters.truncated: some did not count
  Parameters carried;              // what other views of this search have in common with it, beside the words
  std::vector<FieldError> errors;  // empty when all is well
};

inline constexpr Parameter kResultsPage{
    .name = "page", .type = ParameterType::number, .least = 1, .most = 1000, .otherwise = 1};
inline constexpr Parameter kResultsPerPage{
    .name = "per_page", .type = ParameterType::number, .least = 1, .most = 50, .otherwise = 10};

// What every question has, a search or one that wants an answer: words, language, filters.
std::vector<Parameter> question_parameter_list();
// All that the query string of a search may have, with its limits.
std::vector<Parameter> search_parameter_list();

SearchParameters parse_search_parameters(const Parameters& query, const std::string& lang);

// The parameters of a link to another view of this search: the words as they counted, and what is carried.
Parameters link_parameters(const SearchParameters& parameters, const SearchResponse& response);

}  // namespace signpost
