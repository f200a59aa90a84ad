// deliverer.h - all deliveries of a service while it runs: a thread for each, so that one that is slow or
// away holds up no other. Tested by tests/unit/delivery/deliverer_test.cc, and by killing the service in the
// middle of it, tests/e2e/webhooks.test.mjs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/mutex.h"
#include "delivery/delivery_run.h"

namespace signpost {

struct DeliveryCounts {
  std::string delivery;
  int64_t waiting = 0;  // now; and so the next one
  int64_t dead = 0;
  uint64_t delivered = 0;  // since the service started; and so the next one
  uint64_t failed = 0;     // attempts
};

// Safe to use from many threads.
class Deliverer {
 public:
  explicit Deliverer(DeliveryWork work);
  // What is on its way is broken off within about a second, and sent again when somebody delivers again.
  ~Deliverer();
  Deliverer(const Deliverer&) = delete;
  Deliverer& operator=(const Deliverer&) = delete;

  // Ends the deliveries that there were, and begins with these.
  void use(std::vector<Delivery> deliveries) EXCLUDES(mutex_);

  // By id; of those that have anything to count.
  std::vector<DeliveryCounts> counts() const EXCLUDES(mutex_);

 private:
  class Courier;

  const DeliveryWork work_;
  mutable Mutex mutex_;
  std::map<std::string, std::unique_ptr<DeliveryTally>> tallies_ GUARDED_BY(mutex_);
  std::vector<std::unique_ptr<Courier>> couriers_ GUARDED_BY(mutex_);
};

}  // namespace signpost
