// suggester.h - as-you-type suggestions: titles and sections whose words begin with what was typed.
// Tested by tests/unit/search/suggester_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "search/index_reader.h"
#include "search/types.h"

namespace signpost {

std::vector<Suggestion> suggest_titles(const IndexReader& index, std::string_view typed,
                                       std::string_view lang, size_t limit);

}  // namespace signpost
