// staff_insights.h - what visitors looked for, for staff: the pages of theirs call it, and it has no row in
// the table of operations. Without a store it may not be called. Tested by
// tests/unit/api/staff_insights_test.cc.
#pragma once

#include <variant>

#include "api/operation.h"
#include "api/problem.h"
#include "report/insight_report.h"

namespace signpost {

// Of the days up to today. A problem (503) where nothing can be read at the moment.
std::variant<InsightReport, Problem> staff_insights(const OperationContext& context,
                                                    InsightQuestion question);

}  // namespace signpost
