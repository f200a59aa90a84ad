// request_guard.cc - see request_guard.h.
#include "contact/request_guard.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/random_bytes.h"
#include "base/sha256.h"
#include "contact/proof.h"

namespace signpost {
namespace {

constexpr double kSecondsOfHour = 3600;
constexpr double kBurstSeconds = 20 * 60;  // a third of an hour's at once
constexpr double kAllTogether = 10;        // times what one address may
constexpr double kAllBurstSeconds = 10 * 60;
// Who mistypes a code asks again at once; a guesser needs 2^55 / (number of requests) tries.
constexpr double kGuessesAnHour = 60;
constexpr double kWordsAnHour = 120;
constexpr size_t kRecentGenerations = 16;
constexpr size_t kMostSpent = 1 << 16;
constexpr int64_t kClocksApart = 60;  // seconds that the clocks of two services of one site may differ

}  // namespace

RequestGuard::RequestGuard(RequestGuardOptions options)
    : options_(std::move(options)),
      own_key_(random_bytes(32)),
      senders_(options_.requests_an_hour / kSecondsOfHour, kBurstSeconds),
      guessers_(kGuessesAnHour / kSecondsOfHour, kBurstSeconds),
      words_(kWordsAnHour / kSecondsOfHour, kBurstSeconds),
      all_(kAllTogether * options_.requests_an_hour / kSecondsOfHour, kAllBurstSeconds) {}

void RequestGuard::use_key(std::string key) {
  const MutexLock lock(mutex_);
  kept_key_ = std::move(key);
}

std::string RequestGuard::token(std::string_view generation, int64_t now) {
  const std::string tag = generation_tag(generation);
  const MutexLock lock(mutex_);
  remember(tag);
  return make_form_token(kept_key_.empty() ? own_key_ : kept_key_, tag, now);
}

bool RequestGuard::believes(std::string_view token, std::string_view generation, int64_t now) {
  const std::string tag = generation_tag(generation);
  const MutexLock lock(mutex_);
  remember(tag);
  const auto drawn = read(token, options_.token_seconds, now);
  return drawn && std::find(recent_.begin(), recent_.end(), drawn->generation) != recent_.end();
}

std::optional<FormToken> RequestGuard::read(std::string_view token, int64_t most_seconds, int64_t now) const {
  auto read = read_form_token(own_key_, token);
  if (!read && !kept_key_.empty()) read = read_form_token(kept_key_, token);
  if (read && (now - read->issued > most_seconds || now - read->issued < -kClocksApart)) return std::nullopt;
  return read;
}

// The present one moves to the end.
void RequestGuard::remember(std::string_view tag) {
  if (!recent_.empty() && recent_.back() == tag) return;
  std::erase(recent_, tag);
  recent_.emplace_back(tag);
  if (recent_.size() > kRecentGenerations) recent_.pop_front();
}

GuardVerdict RequestGuard::admit(std::string_view address, std::string_view proof, std::string_view key,
                                 int64_t now) {
  const uint64_t sender = sum_of(address);
  const Time time = options_.clock();
  const MutexLock lock(mutex_);
  if (const auto wait = senders_.refuse(sender, time)) return {GuardVerdict::Kind::too_often, wait->count()};
  if (all_.refuse(0, time)) flood_until_ = time + std::chrono::seconds(options_.flood_seconds);
  if (time >= flood_until_ || is_paid(proof, key, now)) return {};
  const auto left = std::chrono::ceil<std::chrono::seconds>(flood_until_ - time);
  return {GuardVerdict::Kind::proof_needed, left.count()};
}

bool RequestGuard::is_flooded() {
  const MutexLock lock(mutex_);
  return options_.clock() < flood_until_;
}

bool RequestGuard::is_paid(std::string_view proof, std::string_view key, int64_t now) {
  const size_t border = proof.rfind(':');
  if (border == std::string_view::npos) return false;
  const std::string token(proof.substr(0, border));
  const auto challenge = read(token, options_.proof_seconds, now);
  if (!challenge || !is_proof(token, proof.substr(border + 1), kProofBits)) return false;
  forget_spent(now);
  if (const auto spent = spent_.find(token); spent != spent_.end())
    return !key.empty() && spent->second.key == key;
  if (spent_.size() >= kMostSpent) return false;
  spent_[token] = {std::string(key), challenge->issued + options_.proof_seconds};
  spent_in_order_.push_back(token);
  return true;
}

// Tokens are spent about in the order in which they were made: one that waits behind a younger one is
// forgotten a little later.
void RequestGuard::forget_spent(int64_t now) {
  while (!spent_in_order_.empty()) {
    const auto oldest = spent_.find(spent_in_order_.front());
    if (oldest->second.until >= now) return;
    spent_.erase(oldest);
    spent_in_order_.pop_front();
  }
}

std::optional<int64_t> RequestGuard::wait_to_ask(std::string_view address) {
  const uint64_t asker = sum_of(address);
  const MutexLock lock(mutex_);
  const auto wait = guessers_.would_refuse(asker, options_.clock());
  return wait ? std::optional(static_cast<int64_t>(wait->count())) : std::nullopt;
}

void RequestGuard::missed(std::string_view address) {
  const uint64_t asker = sum_of(address);
  const MutexLock lock(mutex_);
  guessers_.refuse(asker, options_.clock());
}

bool RequestGuard::admit_word(std::string_view address) {
  const uint64_t speaker = sum_of(address);
  const MutexLock lock(mutex_);
  return !words_.refuse(speaker, options_.clock());
}

uint64_t RequestGuard::sum_of(std::string_view address) const {
  const Sha256Sum sum = hmac_sha256(own_key_, address);
  uint64_t number = 0;
  std::memcpy(&number, sum.data(), sizeof number);
  return number;
}

}  // namespace signpost
