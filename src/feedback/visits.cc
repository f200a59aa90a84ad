// visits.cc - see visits.h.
#include "feedback/visits.h"

#include <cstring>
#include <utility>

#include "base/random_bytes.h"
#include "base/sha256.h"

namespace signpost {
namespace {

constexpr std::chrono::hours kPeriod{4};
constexpr size_t kKeyBytes = 32;
constexpr size_t kMostDone = 500'000;  // some 20 MB

// The first 8 bytes of SHA-256; each part with its length before it.
uint64_t sum_of(std::string_view key, std::initializer_list<std::string_view> parts) {
  Sha256 sum;
  sum.add(key);
  for (const std::string_view part : parts) {
    sum.add(std::to_string(part.size()) + ":");
    sum.add(part);
  }
  const Sha256Sum bytes = sum.finish();
  uint64_t out;
  std::memcpy(&out, bytes.data(), sizeof out);
  return out;
}

}  // namespace

Visits::Visits(std::function<Time()> clock)
    : clock_(std::move(clock)),
      began_(clock_()),
      now_{random_bytes(kKeyBytes), {}},
      before_{random_bytes(kKeyBytes), {}} {}

void Visits::change_keys() {
  const Time now = clock_();
  for (int period = 0; period < 2 && now - began_ >= kPeriod; ++period) {
    before_ = std::exchange(now_, {random_bytes(kKeyBytes), {}});
    began_ += kPeriod;
  }
  if (now - began_ >= kPeriod) began_ = now;  // nobody came for longer than both
}

bool Visits::is_first(std::string_view address, std::string_view agent, std::string_view what) {
  const MutexLock lock(mutex_);
  change_keys();
  if (before_.done.contains(sum_of(before_.key, {address, agent, what}))) return false;
  if (now_.done.size() >= kMostDone) return false;
  return now_.done.insert(sum_of(now_.key, {address, agent, what})).second;
}

void Visits::take_back(std::string_view address, std::string_view agent, std::string_view what) {
  const MutexLock lock(mutex_);
  for (Period* period : {&now_, &before_}) period->done.erase(sum_of(period->key, {address, agent, what}));
}

}  // namespace signpost
