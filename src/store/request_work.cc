// request_work.cc - see request_work.h.
#include "store/request_work.h"

#include "base/sha256.h"
#include "store/outbox_table.h"
#include "store/request_code.h"
#include "store/request_table.h"

namespace signpost {
namespace {

struct WorkRow {
  int64_t id = 0;
  std::string state;
  std::string assignee;
  int64_t target = 0;  // 0: it goes on in no other
};

std::optional<WorkRow> find_row(SqliteDatabase& database, std::string_view code) {
  SqliteStatement select(database, "SELECT id, state, assignee, merged_into FROM requests WHERE code = ?");
  if (!select.bind_text(1, code).step()) return std::nullopt;
  return WorkRow{select.number(0), select.text(1), select.text(2), select.number(3)};
}

std::vector<std::string> shown_codes(SqliteStatement& select) {
  std::vector<std::string> codes;
  while (select.step()) codes.push_back(shown_code(select.text(0)));
  return codes;
}

// That it had before it was closed by going on in another.
RequestState state_before(SqliteDatabase& database, int64_t id) {
  SqliteStatement select(database,
                         "SELECT state FROM request_changes WHERE request_id = ? ORDER BY id DESC LIMIT 1 "
                         "OFFSET 1");
  return select.bind_number(1, id).step() ? read_request_state(select.text(0)) : RequestState::received;
}

std::string_view bytes_of_form(const Sha256Sum& sum) {
  return {reinterpret_cast<const char*>(sum.data()), sum.size()};
}

}  // namespace

bool assign_request(SqliteDatabase& database, std::string_view code, std::string_view assignee, int64_t now) {
  const auto row = find_row(database, code);
  if (!row) return false;
  if (row->assignee == assignee) return true;
  SqliteStatement update(database, "UPDATE requests SET assignee = ? WHERE id = ?");
  update.bind_text(1, assignee).bind_number(2, row->id).step();
  add_event(database, {.kind = EventKind::request_assigned, .request_id = row->id}, now);
  return true;
}

std::vector<std::string> assignees(SqliteDatabase& database) {
  SqliteStatement select(database,
                         "SELECT DISTINCT assignee FROM requests WHERE assignee <> '' ORDER BY assignee");
  std::vector<std::string> names;
  while (select.step()) names.push_back(select.text(0));
  return names;
}

MergeResult merge_request(SqliteDatabase& database, std::string_view code, std::string_view into,
                          int64_t now) {
  const auto row = find_row(database, code);
  if (!row) return MergeResult::no_request;
  const auto other = find_row(database, into);
  if (!other) return MergeResult::no_target;
  const int64_t target = other->target == 0 ? other->id : other->target;
  if (target == row->id) return MergeResult::itself;
  if (target == row->target) return MergeResult::merged;
  SqliteStatement update(database, "UPDATE requests SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2");
  update.bind_number(1, target).bind_number(2, row->id).step();
  set_request_state(database, code, RequestState::closed, now);
  add_event(database, {.kind = EventKind::request_merged, .request_id = row->id}, now);
  return MergeResult::merged;
}

bool part_request(SqliteDatabase& database, std::string_view code, int64_t now) {
  const auto row = find_row(database, code);
  if (!row || row->target == 0) return false;
  SqliteStatement update(database, "UPDATE requests SET merged_into = NULL WHERE id = ?");
  update.bind_number(1, row->id).step();
  if (row->state == name_of(RequestState::closed))
    set_request_state(database, code, state_before(database, row->id), now);
  return true;
}

std::vector<std::string> merged_into(SqliteDatabase& database, std::string_view code) {
  SqliteStatement select(database,
                         "SELECT code FROM requests WHERE merged_into = (SELECT id FROM requests WHERE "
                         "code = ?) ORDER BY id");
  select.bind_text(1, code);
  return shown_codes(select);
}

bool add_request_item(SqliteDatabase& database, std::string_view code, const RequestItem& item,
                      std::string_view form) {
  const auto row = find_row(database, code);
  if (!row) return false;
  const Sha256Sum sum = sha256_sum(form);
  SqliteStatement insert(database,
                         "INSERT OR IGNORE INTO request_items(request_id, item, form_sum, author, at) "
                         "VALUES (?, ?, ?, ?, ?)");
  insert.bind_number(1, row->id).bind_text(2, item.item).bind_blob(3, bytes_of_form(sum));
  insert.bind_text(4, item.author).bind_number(5, item.at).step();
  return true;
}

std::optional<std::string> item_of_form(SqliteDatabase& database, std::string_view form) {
  const Sha256Sum sum = sha256_sum(form);
  SqliteStatement select(database, "SELECT item FROM request_items WHERE form_sum = ?");
  if (!select.bind_blob(1, bytes_of_form(sum)).step()) return std::nullopt;
  return select.text(0);
}

std::vector<RequestItem> items_of(SqliteDatabase& database, std::string_view code) {
  SqliteStatement select(database,
                         "SELECT i.item, i.author, i.at FROM request_items i JOIN requests r ON r.id = "
                         "i.request_id WHERE r.code = ? ORDER BY i.id");
  select.bind_text(1, code);
  std::vector<RequestItem> items;
  while (select.step()) items.push_back({select.text(0), select.text(1), select.number(2)});
  return items;
}

std::vector<std::string> requests_of_item(SqliteDatabase& database, std::string_view item, int64_t most) {
  SqliteStatement select(database,
                         "SELECT r.code FROM request_items i JOIN requests r ON r.id = i.request_id WHERE "
                         "i.item = ? ORDER BY i.id DESC LIMIT ?");
  select.bind_text(1, item).bind_number(2, most);
  return shown_codes(select);
}

}  // namespace signpost
