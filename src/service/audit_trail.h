// audit_trail.h - what of the answers at doors of staff goes into the audit: who saw, changed or took away
// what. Tested by tests/unit/service/audit_trail_test.cc, which asks every route of the table.
#pragma once

#include <optional>
#include <string_view>

#include "api/door.h"
#include "net/message.h"
#include "pages/page_context.h"
#include "store/audit_table.h"

namespace signpost {

// Whether it is decided what a door of staff means for the audit, by its name.
bool is_audit_decided(std::string_view door_name);

// nullopt where nothing was shown or done. What somebody searched for is never a part of it.
std::optional<AuditEntry> audited_deed(const Door& door, const PageContext& context,
                                       const Response& response);

// Keeps it in the store. Where that can't be written, which the store says in the log, staff go on working.
void keep_audit(const Door& door, const PageContext& context, const Response& response);

}  // namespace signpost
