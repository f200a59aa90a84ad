// gap_listing.h - gaps of a data folder, written down. Tested by tests/unit/desk/gap_listing_test.cc.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "desk/request_listing.h"
#include "report/gap_report.h"
#include "sqlite/database.h"

namespace signpost {

// With what may be shown of their queries; `events`: the file of counts, null where there is none.
ShownGap shown_gap_of(SqliteDatabase& database, const Gap& gap, SqliteDatabase* events);
std::vector<ShownGap> shown_gaps(SqliteDatabase& database, SqliteDatabase* events,
                                 std::optional<GapState> state);

// Any rows, such as these.
void list_rows(const ReportTable& rows, ListingFormat format, std::ostream& out);
void list_gaps(const std::vector<ShownGap>& gaps, ListingFormat format, std::ostream& out);

// A whole queries.yaml; a comment where nothing is proven.
std::string golden_queries(const std::vector<ShownGap>& gaps);

}  // namespace signpost
