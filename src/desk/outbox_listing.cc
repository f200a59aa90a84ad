// outbox_listing.cc - see outbox_listing.h.
#include "desk/outbox_listing.h"

#include <nlohmann/json.hpp>

#include "base/dates.h"
#include "base/printable.h"
#include "report/report_table.h"

namespace signpost {

std::string outbox_line(const OutboxEntry& entry) {
  std::string state(name_of(entry.state));
  state.resize(7, ' ');
  std::string line = std::to_string(entry.row) + "  " + state + "  " + entry.delivery + "  " +
                     std::string(name_of(entry.kind)) + "  " + entry.code + "  " +
                     format_time(entry.change.at) + "  " + std::to_string(entry.attempts) +
                     (entry.attempts == 1 ? " attempt" : " attempts");
  if (!entry.last_failure.empty()) line += ": " + printable(entry.last_failure);
  return line + "\n";
}

std::string outbox_json(const OutboxEntry& entry) {
  const nlohmann::ordered_json json = {{"number", entry.row},
                                       {"state", name_of(entry.state)},
                                       {"delivery", entry.delivery},
                                       {"id", entry.id},
                                       {"kind", name_of(entry.kind)},
                                       {"code", entry.code},
                                       {"request_state", name_of(entry.change.state)},
                                       {"at", format_time(entry.change.at)},
                                       {"due", format_time(entry.due_at)},
                                       {"attempts", entry.attempts},
                                       {"last_failure", entry.last_failure}};
  return printable_json(json.dump());
}

std::string outbox_csv(const std::vector<OutboxEntry>& entries) {
  ReportTable table{.name = "outbox",
                    .columns = {"number", "state", "delivery", "id", "kind", "code", "request_state", "at",
                                "due", "attempts", "last_failure"},
                    .rows = {}};
  table.rows.reserve(entries.size());
  for (const OutboxEntry& entry : entries) {
    table.rows.push_back({entry.row, std::string(name_of(entry.state)), entry.delivery, entry.id,
                          std::string(name_of(entry.kind)), entry.code,
                          std::string(name_of(entry.change.state)), format_time(entry.change.at),
                          format_time(entry.due_at), int64_t{entry.attempts}, entry.last_failure});
  }
  return as_csv(table);
}

}  // namespace signpost
