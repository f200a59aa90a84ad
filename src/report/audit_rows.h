// audit_rows.h - what staff did, as rows of a table, the same from the pages of staff and from signpost-desk.
// Tested by tests/unit/report/audit_rows_test.cc.
#pragma once

#include <vector>

#include "report/report_table.h"
#include "store/audit_table.h"

namespace signpost {

// One row for each.
ReportTable audit_rows(const std::vector<AuditEntry>& entries);

}  // namespace signpost
