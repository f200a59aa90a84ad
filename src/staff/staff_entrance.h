// staff_entrance.h - who is staff: by a name and a password that signpost-desk has put into the data file, or
// by the word of a proxy that has signed them in. Tested by tests/unit/staff/staff_entrance_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "staff/hashing_gate.h"
#include "staff/sign_in_delays.h"
#include "store/store.h"

namespace signpost {

struct StaffIdentity {
  std::string name;
  std::string form_token;    // which each form of theirs carries
  bool has_session = false;  // of ours, which can be ended here; else a proxy's
};

enum class SignInRefusal {
  wrong,  // there is no such account, or its password is another
  later,  // too many wrong ones
  busy    // too many others sign in at this moment
};
struct NotSignedIn {
  SignInRefusal why = SignInRefusal::wrong;
  int64_t wait = 0;  // seconds until the next try
};

struct EntranceOptions {
  // Told of each sign-in, with the name, and of each that was refused, without: people type passwords there.
  std::function<void(std::string_view name)> signed_in = [](std::string_view) {};
  std::function<void()> refused = [] {};
  size_t passwords_at_once = 2;  // are checked; each holds one of the threads that answer
  size_t passwords_waiting = 2;  // for that, and so does each of these
};

// Safe to use from many threads. `now`: seconds since 1970. All that asks the file throws Error.
class StaffEntrance {
 public:
  static constexpr int64_t kIdleSeconds = 4 * 3600;
  static constexpr int64_t kLongestSeconds = 12 * 3600;

  // The store outlives it.
  explicit StaffEntrance(Store& store, EntranceOptions options = {});

  bool has_accounts();

  // The token of a new session. `address`: as SignInDelays has it.
  std::variant<std::string, NotSignedIn> sign_in(std::string_view name, std::string_view password,
                                                 std::string_view address, int64_t now);
  // Whose session it is; nullopt when it has ended, or there was none.
  std::optional<StaffIdentity> find_session(std::string_view token, int64_t now);
  void sign_out(std::string_view token);

  // Of a name that a proxy vouches for; nullopt for what is no name.
  std::optional<StaffIdentity> vouched_for(std::string_view name) const;

  // Deletes sessions that have ended.
  void forget_old_sessions(int64_t now);

 private:
  std::optional<std::string> hash_of(std::string_view name);

  Store& store_;
  const EntranceOptions options_;
  const std::string secret_;  // of this process, for the forms of those who come through a proxy
  SignInDelays delays_;
  HashingGate gate_;
};

}  // namespace signpost
