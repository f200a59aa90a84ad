// staff_entrance.cc - see staff_entrance.h.
#include "staff/staff_entrance.h"

#include <utility>

#include "base/error.h"
#include "staff/password_hash.h"
#include "staff/session_token.h"
#include "store/staff_table.h"

namespace signpost {
namespace {

// So that not each page is a write.
constexpr int64_t kNotedEachSeconds = 60;

bool has_ended(const StaffSession& session, int64_t now) {
  return now - session.used_at >= StaffEntrance::kIdleSeconds ||
         now - session.began_at >= StaffEntrance::kLongestSeconds;
}

}  // namespace

StaffEntrance::StaffEntrance(Store& store, EntranceOptions options)
    : store_(store),
      options_(std::move(options)),
      secret_(make_session_token()),
      gate_(options_.passwords_at_once, options_.passwords_waiting) {}

bool StaffEntrance::has_accounts() {
  bool any = false;
  store_.read([&](SqliteDatabase& database) { any = has_staff_accounts(database); });
  return any;
}

std::variant<std::string, NotSignedIn> StaffEntrance::sign_in(std::string_view name,
                                                              std::string_view password,
                                                              std::string_view address, int64_t now) {
  const auto refused = [this](SignInRefusal why, int64_t wait) {
    options_.refused();
    return NotSignedIn{why, wait};
  };
  // No account has them, and nothing is to be kept or hashed of what is so long.
  if (!is_staff_name(name) || password.size() > kMaxPasswordBytes) return refused(SignInRefusal::wrong, 0);
  if (const int64_t wait = delays_.wait(name, address, now); wait > 0)
    return refused(SignInRefusal::later, wait);
  const auto pass = gate_.enter();
  if (!pass) return refused(SignInRefusal::busy, 1);
  if (const int64_t wait = delays_.begin(name, address, now); wait > 0)
    return refused(SignInRefusal::later, wait);
  const std::optional<std::string> hash = hash_of(name);
  if (!is_password_of(password, hash ? *hash : hash_of_nobody()) || !hash)
    return refused(SignInRefusal::wrong, 0);
  std::string token = make_session_token();
  bool added = false;
  store_.write([&](SqliteDatabase& database) {
    added = add_staff_session(database, session_sum(token), name, *hash, now);
  });
  if (!added) return refused(SignInRefusal::wrong, 0);
  delays_.succeed(name, address, now);
  options_.signed_in(name);
  return token;
}

std::optional<StaffIdentity> StaffEntrance::find_session(std::string_view token, int64_t now) {
  if (!is_session_token(token)) return std::nullopt;
  const Sha256Sum sum = session_sum(token);
  std::optional<StaffSession> session;
  store_.read([&](SqliteDatabase& database) { session = find_staff_session(database, sum); });
  if (!session || has_ended(*session, now)) return std::nullopt;
  if (now - session->used_at >= kNotedEachSeconds) {
    try {
      store_.write([&](SqliteDatabase& database) { use_staff_session(database, sum, now); });
    } catch (const Error&) {
      // A disk that is full ends a session early, and no page.
    }
  }
  return StaffIdentity{session->name, form_token(token), true};
}

void StaffEntrance::sign_out(std::string_view token) {
  if (!is_session_token(token)) return;
  store_.write([&](SqliteDatabase& database) { remove_staff_session(database, session_sum(token)); });
}

std::optional<StaffIdentity> StaffEntrance::vouched_for(std::string_view name) const {
  if (!is_staff_name(name)) return std::nullopt;
  return StaffIdentity{std::string(name), form_token(secret_, name), false};
}

void StaffEntrance::forget_old_sessions(int64_t now) {
  store_.write([&](SqliteDatabase& database) {
    remove_old_staff_sessions(database, now - kLongestSeconds + 1, now - kIdleSeconds + 1);
  });
}

std::optional<std::string> StaffEntrance::hash_of(std::string_view name) {
  std::optional<std::string> hash;
  store_.read([&](SqliteDatabase& database) { hash = find_password_hash(database, name); });
  return hash;
}

}  // namespace signpost
