// gap_report.h - gaps as rows of a table, for people and programs. Tested by
// tests/unit/report/gap_report_test.cc.
#pragma once

#include <vector>

#include "report/report_table.h"
#include "store/answer_table.h"
#include "store/gap.h"

namespace signpost {

// A gap with what may be shown of its queries.
struct ShownGap {
  Gap gap;
  std::vector<GapExample> examples;  // most visits first
  // Of staff: codes of requests that they found it in, the newest first, and what was sent to who asked for
  // it.
  std::vector<std::string> requests = {};
  std::vector<SentSource> sent = {};
};

// With what staff found and sent, of each at most so many; without examples.
inline constexpr int64_t kMostOfGap = 20;
ShownGap with_requests(SqliteDatabase& database, Gap gap);

// One row for each.
ReportTable gap_rows(const std::vector<ShownGap>& gaps);

// All that is known of one, for a terminal.
std::string describe_gap(const ShownGap& shown);

}  // namespace signpost
