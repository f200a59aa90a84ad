// staff_table.h - who may see requests, and who is signed in: the SQL of it, on a connection and in a
// transaction of the caller's. Nothing that lies here lets anybody in who reads it.
// Tested by tests/unit/store/staff_table_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "sqlite/database.h"

namespace signpost {

inline constexpr size_t kMaxStaffNameBytes = 254;  // an e-mail address fits

// One line of text without blanks at its ends, letters of either case being different.
bool is_staff_name(std::string_view name);

struct StaffAccount {
  std::string name;
  int64_t added_at = 0;  // seconds since 1970
  bool operator==(const StaffAccount&) const = default;
};

// False where there is one of this name already.
bool add_staff_account(SqliteDatabase& database, std::string_view name, std::string_view password_hash,
                       int64_t now);
// False where there is none. The sessions of the account end with either.
bool remove_staff_account(SqliteDatabase& database, std::string_view name);
bool change_password_hash(SqliteDatabase& database, std::string_view name, std::string_view password_hash);
// By name.
std::vector<StaffAccount> staff_accounts(SqliteDatabase& database);
bool has_staff_accounts(SqliteDatabase& database);
std::optional<std::string> find_password_hash(SqliteDatabase& database, std::string_view name);

struct StaffSession {
  std::string name;  // of the account
  int64_t began_at = 0;
  int64_t used_at = 0;
};

// `token_sum`: of what the browser keeps. False where the account has another password meanwhile, or is
// gone.
bool add_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum, std::string_view name,
                       std::string_view password_hash, int64_t now);
std::optional<StaffSession> find_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum);
void use_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum, int64_t now);
void remove_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum);
// Those that began before the one moment, or were not used since the other.
void remove_old_staff_sessions(SqliteDatabase& database, int64_t began_before, int64_t unused_since);

}  // namespace signpost
