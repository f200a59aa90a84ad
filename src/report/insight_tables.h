// insight_tables.h - a report as the tables that people take elsewhere: what signpost-desk writes, and what
// the pages of staff give to be saved. Tested by tests/unit/report/insight_tables_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/insight_report.h"
#include "report/report_table.h"

namespace signpost {

// Names of tables, in the order in which they are shown.
std::vector<std::string> insight_table_names();
std::optional<ReportTable> insight_table(const InsightReport& report, std::string_view name);
std::vector<ReportTable> insight_tables(const InsightReport& report);

// Period, language and sums: what stands before the tables.
std::vector<std::pair<std::string, ReportCell>> insight_summary(const InsightReport& report);

}  // namespace signpost
