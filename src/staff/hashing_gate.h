// hashing_gate.h - how many passwords are checked at once: each takes 64 MiB and a core for a while, and
// whoever waits holds a thread that answers. Tested by tests/unit/staff/hashing_gate_test.cc.
#pragma once

#include <cstddef>
#include <optional>

#include "base/mutex.h"

namespace signpost {

// Safe to use from many threads.
class HashingGate {
 public:
  // `at_once` are within, `waiting` more wait before it.
  HashingGate(size_t at_once, size_t waiting) : at_once_(at_once), waiting_(waiting) {}
  HashingGate(const HashingGate&) = delete;
  HashingGate& operator=(const HashingGate&) = delete;

  // Within as long as it lives.
  class Pass {
   public:
    explicit Pass(HashingGate& gate) : gate_(&gate) {}
    Pass(Pass&& other) noexcept : gate_(other.gate_) { other.gate_ = nullptr; }
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (gate_ != nullptr) gate_->leave();
    }

   private:
    HashingGate* gate_;
  };

  // nullopt, at once, where so many wait already.
  std::optional<Pass> enter() EXCLUDES(mutex_);

 private:
  void leave() EXCLUDES(mutex_);

  const size_t at_once_;
  const size_t waiting_;
  Mutex mutex_;
  ConditionVariable left_;
  size_t here_ GUARDED_BY(mutex_) = 0;  // within and before it
  size_t within_ GUARDED_BY(mutex_) = 0;
};

}  // namespace signpost
