// rate_limit.h - how often each of many may do something: so much at once, and then again and again (the
// generic cell rate algorithm). Tested by tests/unit/base/rate_limit_test.cc.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <optional>
#include <unordered_map>

namespace signpost {

// Takes a bounded amount of memory, however many there are: beyond that, those who have rested are forgotten,
// and where few have, all. Its caller locks.
template <typename Key, typename Hash = std::hash<Key>>
class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `rate`: a second; 0: any number. `burst_seconds`: so many seconds' worth, at least one, may come at once.
  RateLimit(double rate, double burst_seconds) : rate_(rate), burst_seconds_(burst_seconds) {}

  // Counts one of them; how long to wait before the next try when it is one too many, which is not counted.
  std::optional<std::chrono::seconds> refuse(const Key& key, Time now) {
    if (rate_ <= 0) return std::nullopt;
    if (paid_until_.size() >= kMost) forget_rested(now);
    Time& paid = paid_until_.try_emplace(key, now).first->second;
    paid = std::max(paid, now);
    if (const auto wait = wait_of(paid, now)) return wait;
    paid += seconds_of(1 / rate_);
    return std::nullopt;
  }

  // What refuse() would say, and nothing is counted.
  std::optional<std::chrono::seconds> would_refuse(const Key& key, Time now) const {
    const auto found = paid_until_.find(key);
    return found == paid_until_.end() ? std::nullopt : wait_of(found->second, now);
  }

 private:
  // Five megabytes. Who has more keys than that gets further than others, but the memory stays.
  static constexpr size_t kMost = 1 << 16;

  // The clock counts nanoseconds in 64 bits, which end after 292 years.
  static std::chrono::steady_clock::duration seconds_of(double seconds) {
    constexpr double kCentury = 100.0 * 365 * 24 * 3600;
    return std::chrono::duration_cast<std::chrono::steady_clock::duration>(
        std::chrono::duration<double>(std::min(seconds, kCentury)));
  }

  std::optional<std::chrono::seconds> wait_of(Time paid, Time now) const {
    const Time last = now + seconds_of(std::max(0.0, burst_seconds_ - 1 / rate_));
    if (paid <= last) return std::nullopt;
    return std::chrono::seconds(
        static_cast<int64_t>(std::ceil(std::chrono::duration<double>(paid - last).count())));
  }

  void forget_rested(Time now) {
    std::erase_if(paid_until_, [&](const auto& item) { return item.second <= now; });
    // Looking through all of them must not be needed again soon.
    if (paid_until_.size() > kMost / 2) paid_until_.clear();
  }

  const double rate_;
  const double burst_seconds_;
  // When all that it has done would have been done at the allowed rate.
  std::unordered_map<Key, Time, Hash> paid_until_;
};

}  // namespace signpost
