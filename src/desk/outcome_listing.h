// outcome_listing.h - what became of questions, as staff read it and as other programs do: three figures, and
// no sum of them. Tested by tests/unit/desk/outcome_listing_test.cc.
#pragma once

#include <iosfwd>
#include <vector>

#include "desk/request_listing.h"
#include "store/outcome_table.h"

namespace signpost {

// The text says what each figure is; JSON is a list of {"day", "lang", "solved", "left", "sent"}, CSV has the
// same columns.
void list_outcomes(const std::vector<OutcomeDay>& days, ListingFormat format, std::ostream& out);

}  // namespace signpost
