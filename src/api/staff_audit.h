// staff_audit.h - what staff did, for staff: their page calls it, and it has no row in the table of
// operations. Without a store it may not be called. Tested by tests/unit/api/staff_audit_test.cc.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "api/operation.h"
#include "api/problem.h"
#include "store/audit_table.h"

namespace signpost {

struct AuditFound {
  std::vector<AuditEntry> entries;  // of the page, the newest first
  int64_t total = 0;
  std::vector<std::string> people;  // of all entries, in order
};

// A problem (503) where nothing can be read at the moment.
std::variant<AuditFound, Problem> staff_audit(const OperationContext& context, const AuditQuery& query);

}  // namespace signpost
