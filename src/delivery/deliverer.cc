// deliverer.cc - see deliverer.h.
#include "delivery/deliverer.h"

#include <chrono>
#include <thread>
#include <utility>

#include "base/error.h"

namespace signpost {
namespace {

// How long something new waits at most. The question is answered from an index, in microseconds.
constexpr std::chrono::milliseconds kLook{250};

}  // namespace

// The thread of one delivery, which ends with the object.
class Deliverer::Courier {
 public:
  Courier(Delivery delivery, const DeliveryWork& work, DeliveryTally& tally)
      : run_(std::move(delivery), work, tally, ending_), thread_([this] { go(); }) {}

  ~Courier() {
    end();
    thread_.join();
  }

  // So that many can be told before the first is waited for.
  void end() EXCLUDES(mutex_) {
    {
      const MutexLock lock(mutex_);
      ending_ = true;
    }
    told_.notify_one();
  }

 private:
  void go() {
    while (!ending_) {
      if (!run_.pass()) wait();
    }
  }

  void wait() EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    if (!ending_) told_.wait_for(mutex_, kLook);
  }

  Mutex mutex_;
  ConditionVariable told_;
  std::atomic<bool> ending_{false};
  DeliveryRun run_;
  std::thread thread_;
};

Deliverer::Deliverer(DeliveryWork work) : work_(std::move(work)) {}

Deliverer::~Deliverer() { use({}); }

void Deliverer::use(std::vector<Delivery> deliveries) {
  const MutexLock lock(mutex_);
  for (const auto& courier : couriers_) courier->end();
  couriers_.clear();
  for (Delivery& delivery : deliveries) {
    auto& tally = tallies_[delivery.id];
    if (!tally) tally = std::make_unique<DeliveryTally>();
    couriers_.push_back(std::make_unique<Courier>(std::move(delivery), work_, *tally));
  }
}

std::vector<DeliveryCounts> Deliverer::counts() const {
  std::map<std::string, DeliveryCounts> counts;
  {
    const MutexLock lock(mutex_);
    for (const auto& [id, tally] : tallies_) counts[id] = {id, 0, 0, tally->delivered, tally->failed};
  }
  try {
    work_.store.read([&](SqliteDatabase& database) {
      for (const OutboxCount& count : count_outbox(database)) {
        DeliveryCounts& one = counts[count.delivery];
        one.delivery = count.delivery;
        one.waiting = count.waiting;
        one.dead = count.dead;
      }
    });
  } catch (const Error&) {
    // The store has said why.
  }
  std::vector<DeliveryCounts> all;
  all.reserve(counts.size());
  for (auto& [id, count] : counts) all.push_back(std::move(count));
  return all;
}

}  // namespace signpost
