// delivery_run.h - brings what waits for one delivery there, one event after the other: at least once, in the
// order of each request. Tested by tests/unit/delivery/delivery_run_test.cc.
#pragma once

#include <atomic>
#include <functional>
#include <random>
#include <string>

#include "base/dates.h"
#include "delivery/send_event.h"
#include "store/store.h"

namespace signpost {

// For the log; without a word of a visitor's.
struct DeliveryNote {
  enum class Kind { delivered, put_off, dead };
  Kind kind;
  std::string delivery;
  std::string event;   // its id; "" for all that waited too long
  int attempts = 0;    // with this one
  std::string reason;  // why not; "" when it was delivered
};

// What all deliveries of a service have in common. All of it outlives them.
struct DeliveryWork {
  Store& store;
  std::function<DeliverySite()> site;  // the help centre as it is now
  std::function<void(const DeliveryNote&)> note = [](const DeliveryNote&) {};
  std::function<int64_t()> clock = seconds_of_clock;
};

// Since the service started.
struct DeliveryTally {
  std::atomic<uint64_t> delivered{0};
  std::atomic<uint64_t> failed{0};  // attempts
  std::atomic<uint64_t> dead{0};
};

// Used by one thread.
class DeliveryRun {
 public:
  // `work`, `tally` and `cancelled` outlive it.
  DeliveryRun(Delivery delivery, const DeliveryWork& work, DeliveryTally& tally,
              const std::atomic<bool>& cancelled);

  // Sends some of what is due, and says whether there may be more at once. False too while the other side
  // rests, and when the file can't be used at the moment.
  bool pass();

 private:
  void deliver(const DueEvent& event);
  void settle(const DueEvent& event, const AttemptResult& result);
  void put_off_or_bury(const DueEvent& event, const AttemptResult& result, int64_t now);
  void rest_of_other_side(const AttemptResult& result, int64_t now);
  void mark();
  void note(DeliveryNote::Kind kind, const DueEvent& event, const std::string& reason);
  double random();

  const Delivery delivery_;
  const DeliveryWork& work_;
  DeliveryTally& tally_;
  const std::atomic<bool>& cancelled_;
  const HttpClient client_;
  // What has become of an event and is not in the file yet: nothing else is sent before.
  WriteQueue::Work unmarked_;
  int failures_ = 0;  // of the other side in a row
  int64_t rests_until_ = 0;
  std::minstd_rand generator_{std::random_device()()};
};

}  // namespace signpost
