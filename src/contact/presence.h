// presence.h - what chat systems and scripts say of who is there: their heartbeats, in memory alone, so that
// after a restart nothing is known. Tested by tests/unit/contact/presence_test.cc.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/mutex.h"

namespace signpost {

inline constexpr int64_t kMinHeartbeatLife = 1;     // seconds
inline constexpr int64_t kMaxHeartbeatLife = 3600;  // nobody is known to be there for longer than that
inline constexpr uint32_t kMostPeople = 1'000'000;  // that a heartbeat may speak of
inline constexpr int64_t kLately = 15 * 60;         // seconds: whose heartbeats the wait is taken from

struct Heartbeat {
  uint32_t free = 0;     // people who can be talked to now
  uint32_t waiting = 0;  // customers before the next one
  int64_t life = 0;      // seconds for which it counts, kMinHeartbeatLife..kMaxHeartbeatLife
};

// What is known of a channel at a moment.
struct PresenceState {
  uint32_t free = 0;
  int64_t until = 0;            // seconds since 1970: then nothing is known, unless another heartbeat comes
  uint32_t waiting_lately = 0;  // the median of what the heartbeats of the last kLately seconds said
};

// Safe to use from many threads.
class Presence {
 public:
  // REQUIRES: the caller knows the channel, or others could fill the memory. `now`: seconds since 1970.
  void hear(const std::string& channel, const Heartbeat& heartbeat, int64_t now) EXCLUDES(mutex_);
  // nullopt when none was heard, or the last one's life is over.
  std::optional<PresenceState> at(std::string_view channel, int64_t now) const EXCLUDES(mutex_);

 private:
  struct Heard {
    Heartbeat last;
    int64_t until = 0;
    std::deque<std::pair<int64_t, uint32_t>> waits;  // when, and how many were waiting
  };

  mutable Mutex mutex_;
  std::map<std::string, Heard, std::less<>> heard_ GUARDED_BY(mutex_);
};

}  // namespace signpost
