// query_text.h - a query as it is kept: what differs in spelling of no weight is one, and what nobody meant
// to leave is masked. Tested by tests/unit/insights/query_text_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

// Longer ones tell a story that may be somebody's own: they are counted under this name, and not kept.
inline constexpr size_t kMostQueryBytes = 200;
inline constexpr std::string_view kLongQuery = "[long]";

// Folded as the index folds words (case, width, compatible forms), one space between words, with "[e-mail]"
// and the like in place of what mask_personal() finds; "" of nothing.
std::string normalised_query(std::string_view text);

}  // namespace signpost
