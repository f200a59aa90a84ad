// search_parameters.h - the query string of /search and /api/v1/search as a SearchRequest, with its mistakes.
// Tested by tests/unit/http/search_parameters_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/message.h"
#include "http/problem.h"
#include "search/types.h"

namespace signpost {

struct SearchParameters {
  SearchRequest request;
  std::vector<FieldError> errors;  // empty when all is well
};

SearchParameters parse_search_parameters(const Parameters& query, const std::string& lang);

// A whole number from `least` to `most`; adds an error and gives nothing for anything else.
std::optional<uint32_t> parse_number(const Parameters& query, const std::string& name, uint32_t least,
                                     uint32_t most, std::vector<FieldError>& errors);

}  // namespace signpost
