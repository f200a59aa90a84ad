// staff_gaps.h - what visitors looked for and didn't find, for staff: the pages of theirs call it, and it has
// no rows in the table of operations. Without a store none may be called. Tested by
// tests/unit/api/staff_gaps_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/operation.h"
#include "api/problem.h"
#include "report/gap_report.h"

namespace signpost {

struct GapsFound {
  std::vector<ShownGap> gaps;  // of the page
  size_t total = 0;
};

// All of them: a problem (503) where nothing can be read, or kept, at the moment; (404) where there is no gap
// of this number, however it was typed.

// Those in a state, or all, the one that lost most visits first: at most `most` behind the first `first`.
std::variant<GapsFound, Problem> staff_gaps(const OperationContext& context, std::optional<GapState> state,
                                            size_t first, size_t most);
std::variant<ShownGap, Problem> staff_gap(const OperationContext& context, std::string_view number);
std::optional<Problem> change_staff_gap(const OperationContext& context, std::string_view number,
                                        GapState state, const std::string& author);

}  // namespace signpost
