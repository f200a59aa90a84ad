// audit_rows.cc - see audit_rows.h.
#include "report/audit_rows.h"

#include "base/dates.h"

namespace signpost {
namespace {

ReportCell said(const std::string& text) { return text.empty() ? ReportCell() : ReportCell(text); }

}  // namespace

ReportTable audit_rows(const std::vector<AuditEntry>& entries) {
  ReportTable table{
      .name = "audit", .columns = {"at", "person", "kind", "what", "object", "number"}, .rows = {}};
  table.rows.reserve(entries.size());
  for (const AuditEntry& entry : entries)
    table.rows.push_back({format_time(entry.at), said(entry.person), std::string(name_of(entry.kind)),
                          said(entry.what), said(entry.object), entry.number});
  return table;
}

}  // namespace signpost
