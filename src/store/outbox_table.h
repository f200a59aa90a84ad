// outbox_table.h - what other systems have yet to be told of requests: one row for each event and delivery
// (a help desk's address, a mailbox), written in the transaction that makes it true, and gone once it is
// told. The SQL of it, on a connection and in a transaction of the caller's.
// Tested by tests/unit/store/outbox_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/database.h"
#include "store/request.h"

namespace signpost {

enum class EventKind {
  request_received,
  request_state_changed,
  request_answered,
  request_assigned,   // to somebody of staff, or to nobody any more
  request_merged,     // it goes on in another one
  answer_to_customer  // who sent the request, and no other system
};
inline constexpr EventKind kEventKinds[] = {EventKind::request_received, EventKind::request_state_changed,
                                            EventKind::request_answered, EventKind::request_assigned,
                                            EventKind::request_merged,   EventKind::answer_to_customer};
// "request.received", "request.state_changed", ..., "answer.to_customer"; and back.
std::string_view name_of(EventKind kind);
std::optional<EventKind> event_kind_named(std::string_view name);

struct Subscription {
  std::string delivery;  // its id
  std::vector<EventKind> kinds;
};

// Who is told of what happens from now on. It stands in the file, so that other programs that change a
// request (signpost-desk) write the same rows. What waits for a delivery that is none any more goes on
// waiting.
void use_subscriptions(SqliteDatabase& database, std::span<const Subscription> subscriptions);

// Whether anybody is, of events of this kind.
bool is_anybody_told(SqliteDatabase& database, EventKind kind);

// What has just been written, by the numbers of rows.
struct NewEvent {
  EventKind kind = EventKind::request_received;
  int64_t request_id = 0;
  int64_t answer_id = 0;  // that it is about; 0: none
};
// One event, for all who want its kind. It tells the state that the request has now.
void add_event(SqliteDatabase& database, const NewEvent& event, int64_t now);

// The next ones of a delivery that are due; of one request only the first that waits, so that the order
// stays. What the request says is read by its code, so that nothing is sent that was taken out meanwhile.
struct DueEvent {
  int64_t row = 0;
  std::string id;  // "msg_..."; the same for ever, and for all deliveries
  EventKind kind = EventKind::request_received;
  std::string code;         // of the request, as parse_request_code() gives it
  StateChange change;       // the state that it had then, and since when
  int64_t happened_at = 0;  // seconds since 1970
  int64_t answer = 0;       // number of the answer that it is about; 0: none
  int64_t waiting_since = 0;
  int attempts = 0;  // so far
};
std::vector<DueEvent> due_events(SqliteDatabase& database, std::string_view delivery, int64_t now, int limit);

void remove_delivered(SqliteDatabase& database, int64_t row);
// `failure`: one short text of ours. What the other side said has no place here: it may repeat a visitor's
// words, which nobody would find then who forgets them.
void put_off(SqliteDatabase& database, int64_t row, std::string_view failure, int64_t due_at);
void bury(SqliteDatabase& database, int64_t row, std::string_view failure);
// What has waited for a delivery since then or longer, tried or not. How many there were.
int64_t bury_waiting_since(SqliteDatabase& database, std::string_view delivery, int64_t moment,
                           std::string_view failure);

enum class OutboxState { waiting, dead };
std::string_view name_of(OutboxState state);
std::optional<OutboxState> outbox_state_named(std::string_view name);

// What people see of a row.
struct OutboxEntry {
  int64_t row = 0;  // its number, by which it is tried again
  std::string id;   // of the event
  EventKind kind = EventKind::request_received;
  std::string delivery;
  std::string code;  // as shown_code() writes it
  StateChange change;
  OutboxState state = OutboxState::waiting;
  int attempts = 0;
  std::string last_failure;  // "" when there was none
  int64_t due_at = 0;        // seconds since 1970; of a dead one when it was tried last
};

// The oldest first; `limit` of them, 0 for all. Dead letters: OutboxState::dead.
void each_outbox_entry(SqliteDatabase& database, std::optional<OutboxState> state, int limit,
                       const std::function<void(const OutboxEntry&)>& use);
// A dead letter waits again, as if it were new. False where there is none of this number.
bool retry_dead_letter(SqliteDatabase& database, int64_t row, int64_t now);
// How many there were.
int64_t retry_all_dead_letters(SqliteDatabase& database, int64_t now);

// Of deliveries that something waits for or died on the way to, by id.
struct OutboxCount {
  std::string delivery;
  int64_t waiting = 0;
  int64_t dead = 0;
};
std::vector<OutboxCount> count_outbox(SqliteDatabase& database);

}  // namespace signpost
