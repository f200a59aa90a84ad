// suggest_operation.h - titles and sections while somebody types.
// Tested by tests/unit/api/suggest_operation_test.cc.
#pragma once

#include <string>
#include <vector>

#include "api/operation.h"
#include "search/types.h"

namespace signpost {

struct SuggestParameters {
  std::string text;  // any
  uint32_t limit = 8;
};

std::vector<Suggestion> suggest(const OperationContext& context, const SuggestParameters& asked);

Operation suggest_operation();

}  // namespace signpost
