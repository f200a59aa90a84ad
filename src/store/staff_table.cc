// staff_table.cc - see staff_table.h.
#include "store/staff_table.h"

#include "base/ascii.h"
#include "store/sent_text.h"

namespace signpost {
namespace {

std::string_view bytes_of(const Sha256Sum& sum) {
  return {reinterpret_cast<const char*>(sum.data()), sum.size()};
}

// Whoever has another password now signs in anew everywhere.
void end_staff_sessions(SqliteDatabase& database, std::string_view name) {
  SqliteStatement remove(
      database,
      "DELETE FROM staff_sessions WHERE account_id IN (SELECT id FROM staff_accounts WHERE name = ?)");
  remove.bind_text(1, name).step();
}

}  // namespace

bool is_staff_name(std::string_view name) {
  return !name.empty() && name.size() <= kMaxStaffNameBytes && trimmed(name) == name &&
         is_text(name, Lines::one);
}

bool add_staff_account(SqliteDatabase& database, std::string_view name, std::string_view password_hash,
                       int64_t now) {
  if (find_password_hash(database, name)) return false;
  SqliteStatement insert(database,
                         "INSERT INTO staff_accounts(name, password_hash, added_at) VALUES (?, ?, ?)");
  insert.bind_text(1, name).bind_text(2, password_hash).bind_number(3, now).step();
  return true;
}

bool remove_staff_account(SqliteDatabase& database, std::string_view name) {
  SqliteStatement remove(database, "DELETE FROM staff_accounts WHERE name = ?");
  remove.bind_text(1, name).step();
  return database.changed_rows() > 0;
}

bool change_password_hash(SqliteDatabase& database, std::string_view name, std::string_view password_hash) {
  end_staff_sessions(database, name);
  SqliteStatement update(database, "UPDATE staff_accounts SET password_hash = ? WHERE name = ?");
  update.bind_text(1, password_hash).bind_text(2, name).step();
  return database.changed_rows() > 0;
}

std::vector<StaffAccount> staff_accounts(SqliteDatabase& database) {
  std::vector<StaffAccount> accounts;
  SqliteStatement select(database, "SELECT name, added_at FROM staff_accounts ORDER BY name");
  while (select.step()) accounts.push_back({select.text(0), select.number(1)});
  return accounts;
}

bool has_staff_accounts(SqliteDatabase& database) {
  return database.number("SELECT 1 FROM staff_accounts LIMIT 1") != 0;
}

std::optional<std::string> find_password_hash(SqliteDatabase& database, std::string_view name) {
  SqliteStatement select(database, "SELECT password_hash FROM staff_accounts WHERE name = ?");
  if (!select.bind_text(1, name).step()) return std::nullopt;
  return select.text(0);
}

bool add_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum, std::string_view name,
                       std::string_view password_hash, int64_t now) {
  SqliteStatement insert(database,
                         "INSERT INTO staff_sessions(token_sum, account_id, began_at, used_at) "
                         "SELECT ?1, id, ?2, ?2 FROM staff_accounts WHERE name = ?3 AND password_hash = ?4");
  insert.bind_blob(1, bytes_of(token_sum)).bind_number(2, now).bind_text(3, name);
  insert.bind_text(4, password_hash).step();
  return database.changed_rows() > 0;
}

std::optional<StaffSession> find_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum) {
  SqliteStatement select(database,
                         "SELECT name, began_at, used_at FROM staff_sessions "
                         "JOIN staff_accounts ON staff_accounts.id = account_id WHERE token_sum = ?");
  if (!select.bind_blob(1, bytes_of(token_sum)).step()) return std::nullopt;
  return StaffSession{select.text(0), select.number(1), select.number(2)};
}

void use_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum, int64_t now) {
  SqliteStatement update(database, "UPDATE staff_sessions SET used_at = ? WHERE token_sum = ?");
  update.bind_number(1, now).bind_blob(2, bytes_of(token_sum)).step();
}

void remove_staff_session(SqliteDatabase& database, const Sha256Sum& token_sum) {
  SqliteStatement remove(database, "DELETE FROM staff_sessions WHERE token_sum = ?");
  remove.bind_blob(1, bytes_of(token_sum)).step();
}

void remove_old_staff_sessions(SqliteDatabase& database, int64_t began_before, int64_t unused_since) {
  SqliteStatement remove(database, "DELETE FROM staff_sessions WHERE began_at < ? OR used_at < ?");
  remove.bind_number(1, began_before).bind_number(2, unused_since).step();
}

}  // namespace signpost
