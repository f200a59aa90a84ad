// desk_audit.h - what a command of signpost-desk is in the audit. Tested by
// tests/unit/desk/desk_audit_test.cc.
#pragma once

#include <string>

#include "desk/desk_commands.h"
#include "store/audit_table.h"

namespace signpost {

// "signpost-desk (ann)": the account of the system that runs it.
std::string desk_person();

// Without a person and a time. What is written for other programs is taken away.
AuditEntry deed_of(const DeskCommand& command);

}  // namespace signpost
