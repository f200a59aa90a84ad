// visit_keys.cc - see visit_keys.h.
#include "insights/visit_keys.h"

#include <sodium.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/random_bytes.h"

namespace signpost {
namespace {

constexpr std::chrono::hours kKeyLasts{4};
static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == sizeof(uint64_t));

uint64_t sip_hash(const std::array<unsigned char, 16>& key, const std::string& text) {
  uint64_t sum = 0;
  crypto_shorthash(reinterpret_cast<unsigned char*>(&sum),
                   reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data());
  return sum;
}

}  // namespace

VisitKeys::VisitKeys(std::function<Time()> clock)
    : clock_(std::move(clock)), began_(clock_()), now_(new_key()), before_(new_key()) {}

VisitKeys::Key VisitKeys::new_key() {
  const std::string bytes = random_bytes(Key().size());
  Key key{};
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

void VisitKeys::change_keys() {
  const Time moment = clock_();
  for (int change = 0; change < 2 && moment - began_ >= kKeyLasts; ++change) {
    before_ = std::exchange(now_, new_key());
    began_ += kKeyLasts;
  }
  if (moment - began_ >= kKeyLasts) began_ = moment;  // nobody came for longer than both
}

void VisitKeys::change_when_due() {
  const MutexLock lock(mutex_);
  change_keys();
}

VisitSums VisitKeys::sums(std::string_view address, std::string_view agent) {
  // The length keeps one part from being taken for a piece of the other.
  std::string who = std::to_string(address.size()) + ":";
  who.append(address).append(agent);
  Key now, before;
  {
    const MutexLock lock(mutex_);
    change_keys();
    now = now_;
    before = before_;
  }
  return {sip_hash(now, who), sip_hash(before, who)};
}

}  // namespace signpost
