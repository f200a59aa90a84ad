// staff_audit.cc - see staff_audit.h.
#include "api/staff_audit.h"

#include "base/error.h"
#include "store/store.h"

namespace signpost {

std::variant<AuditFound, Problem> staff_audit(const OperationContext& context, const AuditQuery& query) {
  AuditFound found;
  try {
    context.store->read([&](SqliteDatabase& database) {
      found.total = count_audit(database, query);
      found.people = audited_people(database);
      each_audit(database, query, [&](const AuditEntry& entry) { found.entries.push_back(entry); });
    });
  } catch (const Error&) {
    return Problem{503, "The audit can't be read. Try again in a moment."};
  }
  return found;
}

}  // namespace signpost
