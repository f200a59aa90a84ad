// audit_table.cc - see audit_table.h.
#include "store/audit_table.h"

#include "base/error.h"

namespace signpost {
namespace {

constexpr int64_t kHour = 3600;
constexpr std::string_view kAuditKindNames[] = {"signed_in", "sign_in_failed", "signed_out",
                                                "saw",       "changed",        "exported"};
static_assert(std::size(kAuditKindNames) == std::size(kAuditKinds));

AuditKind read_audit_kind(const std::string& name) {
  if (const auto kind = audit_kind_named(name)) return *kind;
  throw Error(ErrorKind::corrupt, "an audited deed is of a kind that there is not");
}

// Whether it is a part of an entry that there is.
bool count_failure(SqliteDatabase& database, const AuditEntry& entry) {
  SqliteStatement update(database,
                         "UPDATE audit SET number = number + 1 WHERE id = (SELECT max(id) FROM audit WHERE "
                         "person = ? AND kind = ? AND at > ?)");
  update.bind_text(1, entry.person).bind_text(2, name_of(entry.kind)).bind_number(3, entry.at - kHour).step();
  return database.changed_rows() > 0;
}

constexpr char kAuditConditions[] = " FROM audit WHERE (?1 = '' OR person = ?1) AND (?2 = '' OR kind = ?2)";

void bind_conditions(SqliteStatement& statement, const AuditQuery& query) {
  statement.bind_text(1, query.person).bind_text(2, query.kind ? name_of(*query.kind) : std::string_view());
}

}  // namespace

std::string_view name_of(AuditKind kind) { return kAuditKindNames[static_cast<size_t>(kind)]; }

std::optional<AuditKind> audit_kind_named(std::string_view name) {
  for (const AuditKind kind : kAuditKinds) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

void add_audit(SqliteDatabase& database, const AuditEntry& entry) {
  if (entry.kind == AuditKind::sign_in_failed && count_failure(database, entry)) return;
  SqliteStatement insert(
      database, "INSERT INTO audit(at, person, kind, what, object, number) VALUES (?, ?, ?, ?, ?, ?)");
  insert.bind_number(1, entry.at).bind_text(2, entry.person).bind_text(3, name_of(entry.kind));
  insert.bind_text(4, entry.what).bind_text(5, entry.object).bind_number(6, entry.number).step();
}

void each_audit(SqliteDatabase& database, const AuditQuery& query,
                const std::function<void(const AuditEntry&)>& use) {
  const std::string sql = std::string("SELECT at, person, kind, what, object, number") + kAuditConditions +
                          " ORDER BY id DESC LIMIT ?3 OFFSET ?4";
  SqliteStatement select(database, sql.c_str());
  bind_conditions(select, query);
  select.bind_number(3, query.most).bind_number(4, query.first);
  while (select.step()) {
    use({select.number(0), select.text(1), read_audit_kind(select.text(2)), select.text(3), select.text(4),
         select.number(5)});
  }
}

int64_t count_audit(SqliteDatabase& database, const AuditQuery& query) {
  const std::string sql = std::string("SELECT count(*)") + kAuditConditions;
  SqliteStatement count(database, sql.c_str());
  bind_conditions(count, query);
  return count.step() ? count.number(0) : 0;
}

std::vector<std::string> audited_people(SqliteDatabase& database) {
  SqliteStatement select(database, "SELECT DISTINCT person FROM audit WHERE person <> '' ORDER BY person");
  std::vector<std::string> people;
  while (select.step()) people.push_back(select.text(0));
  return people;
}

void forget_audited(SqliteDatabase& database, std::string_view object) {
  SqliteStatement update(database, "UPDATE audit SET object = '' WHERE object = ?");
  update.bind_text(1, object).step();
}

int64_t delete_audit_before(SqliteDatabase& database, int64_t moment) {
  SqliteStatement remove(database, "DELETE FROM audit WHERE at < ?");
  remove.bind_number(1, moment).step();
  return database.changed_rows();
}

}  // namespace signpost
