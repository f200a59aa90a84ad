// gap_listing.cc - see gap_listing.h.
#include "desk/gap_listing.h"

#include <ostream>

#include "report/gap_lines.h"
#include "store/gap_table.h"

namespace signpost {

ShownGap shown_gap_of(SqliteDatabase& database, const Gap& gap, SqliteDatabase* events) {
  ShownGap shown = with_requests(database, gap);
  if (events != nullptr) shown.examples = gap_examples(*events, gap);
  return shown;
}

std::vector<ShownGap> shown_gaps(SqliteDatabase& database, SqliteDatabase* events,
                                 std::optional<GapState> state) {
  std::vector<ShownGap> gaps;
  each_gap(database, state, [&](const Gap& gap) { gaps.push_back(shown_gap_of(database, gap, events)); });
  return gaps;
}

void list_gaps(const std::vector<ShownGap>& gaps, ListingFormat format, std::ostream& out) {
  list_rows(gap_rows(gaps), format, out);
}

void list_rows(const ReportTable& rows, ListingFormat format, std::ostream& out) {
  switch (format) {
    case ListingFormat::json:
      out << as_json(rows);
      return;
    case ListingFormat::csv:
      out << as_csv(rows);
      return;
    case ListingFormat::text:
      out << as_text(rows);
      return;
  }
}

std::string golden_queries(const std::vector<ShownGap>& gaps) {
  std::string lines;
  for (const ShownGap& shown : gaps) lines += golden_lines(shown.gap, shown.examples);
  return lines.empty() ? "golden: []  # nothing is proven yet\n" : "golden:\n" + lines;
}

}  // namespace signpost
