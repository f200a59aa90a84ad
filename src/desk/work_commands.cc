// work_commands.cc - see work_commands.h.
#include "desk/work_commands.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "base/error.h"
#include "base/printable.h"
#include "desk/gap_listing.h"
#include "report/audit_rows.h"
#include "store/note_table.h"
#include "store/request_code.h"
#include "store/request_work.h"
#include "store/staff_table.h"

namespace signpost {

int no_such_code(const std::string& code, std::ostream& out) {
  out << "there is no request " << printable(code) << "\n";
  return kDeskNotFound;
}

int add_note_by(SqliteDatabase& database, const NoteCommand& command, const std::string& person, int64_t now,
                std::ostream& out) {
  std::string text = command.text;
  if (!settle_note(text))
    throw Error(ErrorKind::usage,
                "a note must be text of at most " + std::to_string(kMaxNoteBytes) + " bytes");
  const auto code = parse_request_code(command.code);
  if (!code || !add_note(database, *code, {person, now, text})) return no_such_code(command.code, out);
  out << shown_code(*code) << ": noted\n";
  return kDeskDone;
}

int assign_by(SqliteDatabase& database, const AssignCommand& command, int64_t now, std::ostream& out) {
  const auto accounts = staff_accounts(database);
  const bool is_known =
      command.name.empty() || std::any_of(accounts.begin(), accounts.end(),
                                          [&](const StaffAccount& one) { return one.name == command.name; });
  if (!is_known) {
    out << "there is no account " << printable(command.name) << "\n";
    return kDeskNotFound;
  }
  const auto code = parse_request_code(command.code);
  if (!code || !assign_request(database, *code, command.name, now)) return no_such_code(command.code, out);
  out << shown_code(*code) << ": assigned to " << (command.name.empty() ? "nobody" : printable(command.name))
      << "\n";
  return kDeskDone;
}

int merge_by(SqliteDatabase& database, const MergeCommand& command, int64_t now, std::ostream& out) {
  const auto code = parse_request_code(command.code);
  if (!code) return no_such_code(command.code, out);
  if (command.into.empty()) {
    if (!part_request(database, *code, now)) {
      out << printable(command.code) << " goes on in no other request\n";
      return kDeskNotFound;
    }
    out << shown_code(*code) << ": goes on by itself\n";
    return kDeskDone;
  }
  const auto into = parse_request_code(command.into);
  switch (into ? merge_request(database, *code, *into, now) : MergeResult::no_target) {
    case MergeResult::no_request:
      return no_such_code(command.code, out);
    case MergeResult::no_target:
      return no_such_code(command.into, out);
    case MergeResult::itself:
      throw Error(ErrorKind::usage, "a request can't go on in itself, or in one that goes on in it");
    case MergeResult::merged:
      break;
  }
  out << shown_code(*code) << ": goes on in " << shown_code(*into) << "\n";
  return kDeskDone;
}

void list_audit(SqliteDatabase& database, const AuditCommand& command, std::ostream& out) {
  std::vector<AuditEntry> entries;
  each_audit(database, {.person = command.person, .kind = command.kind},
             [&](const AuditEntry& entry) { entries.push_back(entry); });
  list_rows(audit_rows(entries), command.format, out);
}

}  // namespace signpost
