// delivery_run.cc - see delivery_run.h.
#include "delivery/delivery_run.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "base/error.h"
#include "delivery/retry_schedule.h"
#include "store/request_table.h"

namespace signpost {
namespace {

constexpr int kEventsOfAPass = 32;
constexpr int64_t kFileRest = 5;  // seconds, after it could not be used

}  // namespace

DeliveryRun::DeliveryRun(Delivery delivery, const DeliveryWork& work, DeliveryTally& tally,
                         const std::atomic<bool>& cancelled)
    : delivery_(std::move(delivery)), work_(work), tally_(tally), cancelled_(cancelled) {}

bool DeliveryRun::pass() {
  if (work_.clock() < rests_until_) return false;
  std::vector<DueEvent> due;
  try {
    mark();
    work_.store.read([&](SqliteDatabase& database) {
      due = due_events(database, delivery_.id, work_.clock(), kEventsOfAPass);
    });
    for (const DueEvent& event : due) {
      if (cancelled_ || work_.clock() < rests_until_) return false;
      deliver(event);
    }
  } catch (const std::exception&) {
    // The store has said why, or there is no memory: nothing has changed.
    rests_until_ = work_.clock() + kFileRest;
    return false;
  }
  return !due.empty();
}

// Until it is in the file that an event has arrived, it is not sent again, nor what comes behind it: only the
// end of this process can make a receiver see it twice.
void DeliveryRun::mark() {
  if (!unmarked_) return;
  work_.store.write(unmarked_);
  unmarked_ = nullptr;
}

void DeliveryRun::deliver(const DueEvent& event) {
  std::optional<StoredRequest> request;
  try {
    work_.store.read([&](SqliteDatabase& database) { request = find_request(database, event.code); });
  } catch (const Error& failure) {
    if (failure.kind() != ErrorKind::corrupt) throw;
    // One that can't be read holds up no other.
    return settle(event, {Attempt::failed, "the request can't be read", false, {}});
  }
  if (!request) return;  // deleted, and its events with it
  const EventMessage message = event_message(event, std::move(*request), work_.site());
  const AttemptResult result = send_event(delivery_, message, client_, work_.clock(), cancelled_);
  if (result.attempt != Attempt::cancelled) settle(event, result);
}

void DeliveryRun::settle(const DueEvent& event, const AttemptResult& result) {
  const int64_t now = work_.clock();
  if (result.attempt == Attempt::delivered) {
    ++tally_.delivered;
    failures_ = 0;
    note(DeliveryNote::Kind::delivered, event, "");
    unmarked_ = [row = event.row](SqliteDatabase& database) { remove_delivered(database, row); };
  } else {
    ++tally_.failed;
    put_off_or_bury(event, result, now);
  }
  if (result.is_other_side) rest_of_other_side(result, now);
  mark();
}

void DeliveryRun::put_off_or_bury(const DueEvent& event, const AttemptResult& result, int64_t now) {
  const bool is_over = result.attempt == Attempt::refused || now - event.waiting_since >= kGiveUpAfter;
  if (is_over) ++tally_.dead;
  note(is_over ? DeliveryNote::Kind::dead : DeliveryNote::Kind::put_off, event, result.failure);
  const int64_t asked_for = std::min<int64_t>(result.retry_after.count(), kLongestRetryAfter);
  const int64_t due_at = now + std::max(retry_pause(event.attempts + 1, random()), asked_for);
  unmarked_ = [row = event.row, failure = result.failure, due_at, is_over](SqliteDatabase& database) {
    if (is_over) {
      bury(database, row, failure);
    } else {
      put_off(database, row, failure, due_at);
    }
  };
}

// What has waited as long as this one may is over too, tried or not: nobody was there all the while.
void DeliveryRun::rest_of_other_side(const AttemptResult& result, int64_t now) {
  const int64_t asked_for = std::min<int64_t>(result.retry_after.count(), kLongestRetryAfter);
  rests_until_ = now + std::max(rest_after(++failures_, random()), asked_for);
  mark();
  int64_t buried = 0;
  work_.store.write([&](SqliteDatabase& database) {
    buried = bury_waiting_since(database, delivery_.id, now - kGiveUpAfter, result.failure);
  });
  if (buried == 0) return;
  tally_.dead += static_cast<uint64_t>(buried);
  work_.note({DeliveryNote::Kind::dead, delivery_.id, "", 0, result.failure});
}

void DeliveryRun::note(DeliveryNote::Kind kind, const DueEvent& event, const std::string& reason) {
  work_.note({kind, delivery_.id, event.id, event.attempts + 1, reason});
}

double DeliveryRun::random() { return std::uniform_real_distribution<double>(0, 1)(generator_); }

}  // namespace signpost
