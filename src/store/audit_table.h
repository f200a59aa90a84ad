// audit_table.h - what staff did: who signed in, saw, changed and took what away. The SQL of it, on a
// connection and in a transaction of the caller's. No entry has a word of a customer's, or what staff
// searched for. Tested by tests/unit/store/audit_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/database.h"

namespace signpost {

enum class AuditKind {
  signed_in,
  sign_in_failed,
  signed_out,
  saw,
  changed,
  exported  // took away as a file
};
inline constexpr AuditKind kAuditKinds[] = {AuditKind::signed_in,  AuditKind::sign_in_failed,
                                            AuditKind::signed_out, AuditKind::saw,
                                            AuditKind::changed,    AuditKind::exported};
// "signed_in", "sign_in_failed" ...; and back.
std::string_view name_of(AuditKind kind);
std::optional<AuditKind> audit_kind_named(std::string_view name);

struct AuditEntry {
  int64_t at = 0;           // seconds since 1970; of several that are one entry, the first
  std::string person = {};  // as they sign in; "" where it is not known
  AuditKind kind = AuditKind::saw;
  std::string what = {};    // "request", "state", "insights" ...; "" for signing in and out
  std::string object = {};  // which one: a code, a number, the name of a file; "" for all of them
  int64_t number = 1;       // how often
  bool operator==(const AuditEntry&) const = default;
};

// Failures to sign in, which anybody can cause, are one entry for each person and hour.
void add_audit(SqliteDatabase& database, const AuditEntry& entry);

// What is empty asks for nothing.
struct AuditQuery {
  std::string person = {};
  std::optional<AuditKind> kind = {};
  int64_t first = 0;
  int64_t most = -1;  // below 0: all
};
// The newest first.
void each_audit(SqliteDatabase& database, const AuditQuery& query,
                const std::function<void(const AuditEntry&)>& use);
int64_t count_audit(SqliteDatabase& database, const AuditQuery& query);
// In order.
std::vector<std::string> audited_people(SqliteDatabase& database);

// Entries no longer say what they were about: this object has been deleted.
void forget_audited(SqliteDatabase& database, std::string_view object);

// How many are gone.
int64_t delete_audit_before(SqliteDatabase& database, int64_t moment);

}  // namespace signpost
