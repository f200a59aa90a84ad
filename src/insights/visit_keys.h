// visit_keys.h - which requests are of one visit, without knowing whose: sums of address and agent under a
// key that is in memory only, changes every four hours, and is forgotten after eight. Tested by
// tests/unit/insights/visit_keys_test.cc.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

#include "base/mutex.h"

namespace signpost {

// The same visit has the same sum as long as a key lasts; across a change of keys, the sum that it had is the
// `before` of its next request.
struct VisitSums {
  uint64_t now = 0;
  uint64_t before = 0;
};

// Safe to use from many threads.
class VisitKeys {
 public:
  using Time = std::chrono::steady_clock::time_point;
  explicit VisitKeys(std::function<Time()> clock = std::chrono::steady_clock::now);

  VisitSums sums(std::string_view address, std::string_view agent) EXCLUDES(mutex_);
  // Forgets keys that are too old, also where nobody comes.
  void change_when_due() EXCLUDES(mutex_);

 private:
  // SipHash-2-4's: 128 bits.
  using Key = std::array<unsigned char, 16>;
  static Key new_key();
  void change_keys() REQUIRES(mutex_);

  const std::function<Time()> clock_;
  Mutex mutex_;
  Time began_ GUARDED_BY(mutex_);
  Key now_ GUARDED_BY(mutex_);
  Key before_ GUARDED_BY(mutex_);
};

}  // namespace signpost
