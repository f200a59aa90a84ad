// insight_listing.h - what visitors looked for, as people read it on a terminal, and as other programs do.
// Tested by tests/unit/desk/insight_listing_test.cc.
#pragma once

#include <iosfwd>
#include <string>

#include "desk/request_listing.h"
#include "report/insight_report.h"

namespace signpost {

// `table`: one of insight_table_names(), "" for all that fit the format: sums and lists as text, everything
// as JSON, the days as CSV, which has one table.
void list_insights(const InsightReport& report, const std::string& table, ListingFormat format,
                   std::ostream& out);

}  // namespace signpost
