// visits.h - whether a visit has done something already, without knowing whose it is: sums of address and
// agent under a key that is in memory only, changes every four hours, and is forgotten after eight.
// Tested by tests/unit/feedback/visits_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/mutex.h"

namespace signpost {

// Safe to use from many threads. Takes a bounded amount of memory.
class Visits {
 public:
  using Time = std::chrono::steady_clock::time_point;
  explicit Visits(std::function<Time()> clock = std::chrono::steady_clock::now);

  // True the first time that this visit does this; false again, and where too many have come to tell.
  bool is_first(std::string_view address, std::string_view agent, std::string_view what) EXCLUDES(mutex_);
  // It came to nothing: the next time is the first one.
  void take_back(std::string_view address, std::string_view agent, std::string_view what) EXCLUDES(mutex_);

 private:
  struct Period {
    std::string key;
    std::unordered_set<uint64_t> done;
  };
  void change_keys() REQUIRES(mutex_);

  const std::function<Time()> clock_;
  Mutex mutex_;
  Time began_ GUARDED_BY(mutex_);
  Period now_ GUARDED_BY(mutex_);
  Period before_ GUARDED_BY(mutex_);
};

}  // namespace signpost
