// gap_report.h - gaps as rows of a table, for people and programs. Tested by
// tests/unit/report/gap_report_test.cc.
#pragma once

#include <vector>

#include "report/report_table.h"
#include "store/gap.h"

namespace signpost {

// A gap with what may be shown of its queries.
struct ShownGap {
  Gap gap;
  std::vector<GapExample> examples;  // most visits first
};

// One row for each.
ReportTable gap_rows(const std::vector<ShownGap>& gaps);

// All that is known of one, for a terminal.
std::string describe_gap(const ShownGap& shown);

}  // namespace signpost
