// request_guard.h - what keeps floods and guessing away from requests to people, with nothing of anybody on a
// disk: how often one address may send, a computation that is asked for while far too many come, and tokens
// of forms. Tested by tests/unit/contact/request_guard_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/mutex.h"
#include "base/rate_limit.h"
#include "contact/form_token.h"

namespace signpost {

struct RequestGuardOptions {
  // That one address may send an hour, a third of them at once. All together ten times as many; beyond that
  // it is a flood. 0: any number, and nothing is a flood.
  double requests_an_hour = 60;
  int64_t flood_seconds = 600;  // that a flood is taken to last when it was last seen
  int64_t token_seconds = 86'400;
  int64_t proof_seconds = 3600;  // that the token of a proof may be old
  std::function<std::chrono::steady_clock::time_point()> clock = std::chrono::steady_clock::now;
};

struct GuardVerdict {
  enum class Kind { admitted, too_often, proof_needed } kind = Kind::admitted;
  int64_t wait_seconds = 0;  // until it may be tried again, for a proof without one
};

// Safe to use from many threads. Takes a bounded amount of memory. `address` is whatever tells clients apart:
// it is not kept, but a sum of it under a key that ends with the process.
class RequestGuard {
 public:
  explicit RequestGuard(RequestGuardOptions options = {});

  // Signs tokens from now on, so that those of before a restart are believed; until then a key of the
  // process does, whose tokens are believed as long as that runs.
  void use_key(std::string key) EXCLUDES(mutex_);

  // For a form that is drawn from this generation.
  std::string token(std::string_view generation, int64_t now) EXCLUDES(mutex_);
  // Whether a form with this token was drawn lately, from the generation that is served or one of those
  // before it.
  bool believes(std::string_view token, std::string_view generation, int64_t now) EXCLUDES(mutex_);

  // Counts a request that somebody wants to send. `proof`: "TOKEN:NONCE" (proof.h), "" for none, which is
  // good for one `key`, under which the same request may come again.
  GuardVerdict admit(std::string_view address, std::string_view proof, std::string_view key, int64_t now)
      EXCLUDES(mutex_);
  // Whether a proof is asked for at this moment.
  bool is_flooded() EXCLUDES(mutex_);

  // Of guessing codes: how long this address must wait before it may ask for another, nullopt for none.
  std::optional<int64_t> wait_to_ask(std::string_view address) EXCLUDES(mutex_);
  // It has asked for a code that is nobody's.
  void missed(std::string_view address) EXCLUDES(mutex_);

  // Counts something that an address says of itself and nobody can check; false where it is too much.
  bool admit_word(std::string_view address) EXCLUDES(mutex_);

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Spent {
    std::string key;
    int64_t until = 0;
  };

  uint64_t sum_of(std::string_view address) const;
  void remember(std::string_view tag) REQUIRES(mutex_);
  bool is_paid(std::string_view proof, std::string_view key, int64_t now) REQUIRES(mutex_);
  void forget_spent(int64_t now) REQUIRES(mutex_);
  // Of a token that one of the keys has signed, not older than this and not of the future.
  std::optional<FormToken> read(std::string_view token, int64_t most_seconds, int64_t now) const
      REQUIRES(mutex_);

  const RequestGuardOptions options_;
  const std::string own_key_;  // of this process
  Mutex mutex_;
  std::string kept_key_ GUARDED_BY(mutex_);            // "" as long as there is none
  std::deque<std::string> recent_ GUARDED_BY(mutex_);  // tags of generations, the newest last
  RateLimit<uint64_t> senders_ GUARDED_BY(mutex_);
  RateLimit<uint64_t> guessers_ GUARDED_BY(mutex_);
  RateLimit<uint64_t> words_ GUARDED_BY(mutex_);
  RateLimit<int> all_ GUARDED_BY(mutex_);
  Time flood_until_ GUARDED_BY(mutex_);
  // Tokens that a proof was made of, and in the order in which they can be forgotten.
  std::unordered_map<std::string, Spent> spent_ GUARDED_BY(mutex_);
  std::deque<std::string> spent_in_order_ GUARDED_BY(mutex_);
};

}  // namespace signpost
