// insight_view.h - a report of what visitors looked for, as staff see it: sums, pictures with their tables,
// and lists of queries. Tested by tests/unit/service/insight_pages_test.cc.
#pragma once

#include <string>

#include "api/json.h"
#include "pages/page_context.h"
#include "report/insight_report.h"

namespace signpost {

// {"range_label", "any", "figures", "charts", "lists", "json_url"}; each chart and list leads to its table as
// a file.
Json insight_view(const PageContext& context, const InsightReport& report);

// "/staff/insights/days.csv?days=30&language=ko"
std::string insight_file_url(const InsightQuestion& question, const std::string& file);

}  // namespace signpost
