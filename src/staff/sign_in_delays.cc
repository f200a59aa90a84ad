// sign_in_delays.cc - see sign_in_delays.h.
#include "staff/sign_in_delays.h"

#include <algorithm>

namespace signpost {
namespace {

// 1, 2, 4 ... seconds, from the last of the free tries on.
int64_t delay_after(int failed, int64_t longest) {
  if (failed < SignInDelays::kFreeTries) return 0;
  const int doubled = std::min(failed - SignInDelays::kFreeTries, 30);
  return std::min(int64_t{1} << doubled, longest);
}

// No address has a line feed, so no two pairs look alike.
std::string pair_of(std::string_view name, std::string_view address) {
  return std::string(address) + "\n" + std::string(name);
}

}  // namespace

int64_t SignInDelays::wait(std::string_view name, std::string_view address, int64_t now) const {
  const MutexLock lock(mutex_);
  return longer_wait(name, address, now);
}

int64_t SignInDelays::begin(std::string_view name, std::string_view address, int64_t now) {
  const MutexLock lock(mutex_);
  const int64_t wait = longer_wait(name, address, now);
  if (wait > 0) return wait;
  fail(names_, key_of(name, address), kLongestForName, now);
  if (!address.empty()) fail(addresses_, std::string(address), kLongestForAddress, now);
  return 0;
}

void SignInDelays::succeed(std::string_view name, std::string_view address, int64_t now) {
  const MutexLock lock(mutex_);
  names_.erase(key_of(name, address));
  addresses_.erase(std::string(address));
  if (address.empty()) return;
  make_room(got_in_, now);
  got_in_[pair_of(name, address)].last = now;
}

size_t SignInDelays::size() const {
  const MutexLock lock(mutex_);
  return names_.size();
}

std::string SignInDelays::key_of(std::string_view name, std::string_view address) const {
  std::string pair = pair_of(name, address);
  return got_in_.count(pair) > 0 ? pair : pair_of(name, "");
}

int64_t SignInDelays::longer_wait(std::string_view name, std::string_view address, int64_t now) const {
  return std::max(left(names_, key_of(name, address), now),
                  address.empty() ? 0 : left(addresses_, std::string(address), now));
}

// A clock that was put back must keep nobody away for longer than the delay.
int64_t SignInDelays::left(const Counts& counts, const std::string& key, int64_t now) {
  const auto found = counts.find(key);
  if (found == counts.end() || now < found->second.last) return 0;
  return std::max<int64_t>(0, found->second.until - now);
}

void SignInDelays::fail(Counts& counts, const std::string& key, int64_t longest, int64_t now) {
  if (counts.count(key) == 0) make_room(counts, now);
  Tries& tries = counts[key];
  if (now - tries.last > kForgottenAfter) tries.failed = 0;
  tries.failed = std::min(tries.failed + 1, 1000);
  tries.last = now;
  tries.until = now + delay_after(tries.failed, longest);
}

// For one more: what is forgotten goes, else what waits the least and was tried the longest ago.
void SignInDelays::make_room(Counts& counts, int64_t now) {
  if (counts.size() < kMost) return;
  std::erase_if(counts, [now](const auto& item) { return now - item.second.last > kForgottenAfter; });
  if (counts.size() < kMost) return;
  counts.erase(std::min_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.until, a.second.last) < std::pair(b.second.until, b.second.last);
  }));
}

}  // namespace signpost
