// work_commands.h - what staff do with a request from a terminal: notes, who looks after it, which other one
// it goes on in; and who did what. Tested by tests/unit/desk/desk_commands_test.cc.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "desk/desk_commands.h"
#include "sqlite/database.h"

namespace signpost {

// In a transaction of the caller's, which commits what is kDeskDone. `person`: desk_person(). Throws
// Error{usage} for what can't be done at all.
int add_note_by(SqliteDatabase& database, const NoteCommand& command, const std::string& person, int64_t now,
                std::ostream& out);
int assign_by(SqliteDatabase& database, const AssignCommand& command, int64_t now, std::ostream& out);
int merge_by(SqliteDatabase& database, const MergeCommand& command, int64_t now, std::ostream& out);

void list_audit(SqliteDatabase& database, const AuditCommand& command, std::ostream& out);

// What all commands say of a code that is none.
int no_such_code(const std::string& code, std::ostream& out);

}  // namespace signpost
