// presence.cc - see presence.h.
#include "contact/presence.h"

#include <algorithm>
#include <vector>

namespace signpost {
namespace {

constexpr size_t kMostWaits = 1000;  // of a channel: more than one in a second says no more

}  // namespace

void Presence::hear(const std::string& channel, const Heartbeat& heartbeat, int64_t now) {
  const MutexLock lock(mutex_);
  Heard& heard = heard_[channel];
  heard.last = heartbeat;
  heard.until = now + std::clamp(heartbeat.life, kMinHeartbeatLife, kMaxHeartbeatLife);
  heard.waits.emplace_back(now, heartbeat.waiting);
  while (heard.waits.front().first <= now - kLately || heard.waits.size() > kMostWaits)
    heard.waits.pop_front();
}

std::optional<PresenceState> Presence::at(std::string_view channel, int64_t now) const {
  const MutexLock lock(mutex_);
  const auto found = heard_.find(channel);
  if (found == heard_.end() || found->second.until <= now) return std::nullopt;
  std::vector<uint32_t> waits;
  for (const auto& [when, waiting] : found->second.waits)
    if (when > now - kLately) waits.push_back(waiting);
  if (waits.empty()) waits.push_back(found->second.last.waiting);  // a long life
  // Of an even number the higher one in the middle: a wait is not made to look shorter.
  const auto middle = waits.begin() + static_cast<std::ptrdiff_t>(waits.size() / 2);
  std::nth_element(waits.begin(), middle, waits.end());
  return PresenceState{found->second.last.free, found->second.until, *middle};
}

}  // namespace signpost
