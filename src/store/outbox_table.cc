// outbox_table.cc - see outbox_table.h.
#include "store/outbox_table.h"

#include <unistd.h>

#include "base/error.h"
#include "base/sha256.h"
#include "store/request_code.h"

namespace signpost {
namespace {

constexpr size_t kEventIdDigits = 32;  // 128 random bits
constexpr std::string_view kEventNames[] = {"request.received", "request.state_changed",
                                            "request.answered", "request.assigned",
                                            "request.merged",   "answer.to_customer"};
static_assert(std::size(kEventNames) == std::size(kEventKinds));

std::string make_event_id() {
  Sha256Sum random{};
  if (::getentropy(random.data(), random.size()) != 0)
    throw Error(ErrorKind::internal, "the system has no random numbers");
  return "msg_" + to_hex(random).substr(0, kEventIdDigits);
}

EventKind read_kind(const std::string& name) {
  if (const auto kind = event_kind_named(name)) return *kind;
  throw Error(ErrorKind::corrupt, "an event is of the kind '" + name + "', which there is not");
}

OutboxState read_outbox_state(const std::string& name) {
  if (const auto state = outbox_state_named(name)) return *state;
  throw Error(ErrorKind::corrupt, "an event has the state '" + name + "', which there is not");
}

StateChange read_change(const SqliteStatement& row, int column) {
  const auto state = request_state_named(row.text(column));
  if (!state) throw Error(ErrorKind::corrupt, "a request changed to a state that there is not");
  return {*state, row.number(column + 1)};
}

}  // namespace

std::string_view name_of(EventKind kind) { return kEventNames[static_cast<size_t>(kind)]; }

std::optional<EventKind> event_kind_named(std::string_view name) {
  for (const EventKind kind : kEventKinds) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(OutboxState state) { return state == OutboxState::waiting ? "waiting" : "dead"; }

std::optional<OutboxState> outbox_state_named(std::string_view name) {
  for (const OutboxState state : {OutboxState::waiting, OutboxState::dead}) {
    if (name_of(state) == name) return state;
  }
  return std::nullopt;
}

void use_subscriptions(SqliteDatabase& database, std::span<const Subscription> subscriptions) {
  database.execute("DELETE FROM subscriptions");
  SqliteStatement insert(database, "INSERT INTO subscriptions(delivery, kind) VALUES (?, ?)");
  for (const Subscription& subscription : subscriptions) {
    for (const EventKind kind : subscription.kinds) {
      insert.bind_text(1, subscription.delivery).bind_text(2, name_of(kind)).step();
      insert.reset();
    }
  }
}

bool is_anybody_told(SqliteDatabase& database, EventKind kind) {
  SqliteStatement select(database, "SELECT 1 FROM subscriptions WHERE kind = ?");
  return select.bind_text(1, name_of(kind)).step();
}

void add_event(SqliteDatabase& database, const NewEvent& event, int64_t now) {
  const std::string id = make_event_id();
  SqliteStatement insert(
      database,
      "INSERT INTO outbox(event_id, kind, delivery, request_id, change_id, state, waiting_since, due_at, "
      "attempts, last_failure, happened_at, answer_id) "
      "SELECT ?1, kind, delivery, ?2, (SELECT max(id) FROM request_changes WHERE request_id = ?2), "
      "'waiting', ?3, ?3, 0, '', ?3, ?5 FROM subscriptions WHERE kind = ?4");
  insert.bind_text(1, id).bind_number(2, event.request_id).bind_number(3, now);
  insert.bind_text(4, name_of(event.kind));
  if (event.answer_id != 0) insert.bind_number(5, event.answer_id);
  insert.step();
}

std::vector<DueEvent> due_events(SqliteDatabase& database, std::string_view delivery, int64_t now,
                                 int limit) {
  SqliteStatement select(
      database,
      "SELECT o.id, o.event_id, o.kind, r.code, c.state, c.at, o.waiting_since, o.attempts, o.happened_at, "
      "o.answer_id FROM outbox o "
      "JOIN requests r ON r.id = o.request_id JOIN request_changes c ON c.id = o.change_id "
      "WHERE o.delivery = ?1 AND o.state = 'waiting' AND o.due_at <= ?2 AND NOT EXISTS ("
      "  SELECT 1 FROM outbox e WHERE e.request_id = o.request_id AND e.delivery = o.delivery "
      "  AND e.state = 'waiting' AND e.id < o.id) "
      "ORDER BY o.due_at, o.id LIMIT ?3");
  select.bind_text(1, delivery).bind_number(2, now).bind_number(3, limit);
  std::vector<DueEvent> due;
  while (select.step()) {
    due.push_back({.row = select.number(0),
                   .id = select.text(1),
                   .kind = read_kind(select.text(2)),
                   .code = select.text(3),
                   .change = read_change(select, 4),
                   // Rows of an older program have no time of their own: theirs is that of the change.
                   .happened_at = select.number(8) == 0 ? select.number(5) : select.number(8),
                   .answer = select.number(9),
                   .waiting_since = select.number(6),
                   .attempts = static_cast<int>(select.number(7))});
  }
  return due;
}

void remove_delivered(SqliteDatabase& database, int64_t row) {
  SqliteStatement remove(database, "DELETE FROM outbox WHERE id = ?");
  remove.bind_number(1, row).step();
}

void put_off(SqliteDatabase& database, int64_t row, std::string_view failure, int64_t due_at) {
  SqliteStatement update(database,
                         "UPDATE outbox SET attempts = attempts + 1, last_failure = ?, due_at = ? "
                         "WHERE id = ?");
  update.bind_text(1, failure).bind_number(2, due_at).bind_number(3, row).step();
}

void bury(SqliteDatabase& database, int64_t row, std::string_view failure) {
  SqliteStatement update(database,
                         "UPDATE outbox SET attempts = attempts + 1, last_failure = ?, state = 'dead' "
                         "WHERE id = ?");
  update.bind_text(1, failure).bind_number(2, row).step();
}

int64_t bury_waiting_since(SqliteDatabase& database, std::string_view delivery, int64_t moment,
                           std::string_view failure) {
  SqliteStatement update(database,
                         "UPDATE outbox SET last_failure = ?, state = 'dead' "
                         "WHERE delivery = ? AND state = 'waiting' AND waiting_since <= ?");
  update.bind_text(1, failure).bind_text(2, delivery).bind_number(3, moment).step();
  return database.changed_rows();
}

void each_outbox_entry(SqliteDatabase& database, std::optional<OutboxState> state, int limit,
                       const std::function<void(const OutboxEntry&)>& use) {
  SqliteStatement select(
      database,
      "SELECT o.id, o.event_id, o.kind, o.delivery, r.code, c.state, c.at, o.state, o.attempts, "
      "o.last_failure, o.due_at FROM outbox o JOIN requests r ON r.id = o.request_id "
      "JOIN request_changes c ON c.id = o.change_id "
      "WHERE ?1 = '' OR o.state = ?1 ORDER BY o.id LIMIT ?2");
  select.bind_text(1, state ? name_of(*state) : "").bind_number(2, limit == 0 ? -1 : limit);
  while (select.step()) {
    use({.row = select.number(0),
         .id = select.text(1),
         .kind = read_kind(select.text(2)),
         .delivery = select.text(3),
         .code = shown_code(select.text(4)),
         .change = read_change(select, 5),
         .state = read_outbox_state(select.text(7)),
         .attempts = static_cast<int>(select.number(8)),
         .last_failure = select.text(9),
         .due_at = select.number(10)});
  }
}

bool retry_dead_letter(SqliteDatabase& database, int64_t row, int64_t now) {
  SqliteStatement update(database,
                         "UPDATE outbox SET state = 'waiting', waiting_since = ?1, due_at = ?1, attempts = 0 "
                         "WHERE id = ?2 AND state = 'dead'");
  update.bind_number(1, now).bind_number(2, row).step();
  return database.changed_rows() > 0;
}

int64_t retry_all_dead_letters(SqliteDatabase& database, int64_t now) {
  SqliteStatement update(database,
                         "UPDATE outbox SET state = 'waiting', waiting_since = ?1, due_at = ?1, attempts = 0 "
                         "WHERE state = 'dead'");
  update.bind_number(1, now).step();
  return database.changed_rows();
}

std::vector<OutboxCount> count_outbox(SqliteDatabase& database) {
  SqliteStatement select(database,
                         "SELECT delivery, sum(state = 'waiting'), sum(state = 'dead') FROM outbox "
                         "GROUP BY delivery ORDER BY delivery");
  std::vector<OutboxCount> counts;
  while (select.step()) counts.push_back({select.text(0), select.number(1), select.number(2)});
  return counts;
}

}  // namespace signpost
