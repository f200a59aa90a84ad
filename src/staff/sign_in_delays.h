// sign_in_delays.h - how long whoever named a wrong password waits before the next try: longer with each, by
// name and by address, and never for ever. Tested by tests/unit/staff/sign_in_delays_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/mutex.h"

namespace signpost {

// Safe to use from many threads. Times are seconds since 1970. Takes a bounded amount of memory, however many
// names and addresses there are, and lives as long as the process.
//
// Somebody who tries a name again and again must not keep away the person whose name it is: from an address
// from which a name has got in before, its tries are counted by themselves.
class SignInDelays {
 public:
  static constexpr int kFreeTries = 3;
  static constexpr int64_t kLongestForName = 60;
  static constexpr int64_t kLongestForAddress = 900;
  static constexpr int64_t kForgottenAfter = 3600;  // without a try
  static constexpr size_t kMost = 4096;             // of names, of addresses, and of names that got in

  // `address`: what counts as one client; "" where that tells nobody apart.
  // How long to wait; 0: it may be tried.
  int64_t wait(std::string_view name, std::string_view address, int64_t now) const EXCLUDES(mutex_);
  // The same, and where it may be tried it counts as failed from then on, so that many tries at once are so
  // many; until succeed() is called.
  int64_t begin(std::string_view name, std::string_view address, int64_t now) EXCLUDES(mutex_);
  void succeed(std::string_view name, std::string_view address, int64_t now) EXCLUDES(mutex_);
  // Of how many names something is known: for tests.
  size_t size() const EXCLUDES(mutex_);

 private:
  struct Tries {
    int failed = 0;
    int64_t last = 0;   // when
    int64_t until = 0;  // there is to be waited
  };
  using Counts = std::unordered_map<std::string, Tries>;

  static void fail(Counts& counts, const std::string& key, int64_t longest, int64_t now);
  static int64_t left(const Counts& counts, const std::string& key, int64_t now);
  static void make_room(Counts& counts, int64_t now);
  std::string key_of(std::string_view name, std::string_view address) const REQUIRES(mutex_);
  int64_t longer_wait(std::string_view name, std::string_view address, int64_t now) const REQUIRES(mutex_);

  mutable Mutex mutex_;
  Counts names_ GUARDED_BY(mutex_);
  Counts addresses_ GUARDED_BY(mutex_);
  Counts got_in_ GUARDED_BY(mutex_);  // names with the addresses that they got in from
};

}  // namespace signpost
