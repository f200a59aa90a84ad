// hashing_gate.cc - see hashing_gate.h.
#include "staff/hashing_gate.h"

namespace signpost {

std::optional<HashingGate::Pass> HashingGate::enter() {
  const MutexLock lock(mutex_);
  if (here_ >= at_once_ + waiting_) return std::nullopt;
  ++here_;
  while (within_ >= at_once_) left_.wait(mutex_);
  ++within_;
  return Pass(*this);
}

void HashingGate::leave() {
  {
    const MutexLock lock(mutex_);
    --here_;
    --within_;
  }
  left_.notify_one();
}

}  // namespace signpost
