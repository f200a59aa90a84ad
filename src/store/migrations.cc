// migrations.cc - see migrations.h.
#include "store/migrations.h"

#include <string>

namespace signpost {
namespace {

// PRAGMA application_id: whose file it is ("SPst").
constexpr int kApplicationId = 0x53507374;

// Times are seconds since 1970. A code lies there without hyphens. The sums are SHA-256: of the key under
// which a client repeats a request, and of what it said then.
constexpr const char* kSteps[] = {
    "CREATE TABLE requests("
    "  id INTEGER PRIMARY KEY,"
    "  code TEXT NOT NULL UNIQUE,"
    "  key_sum BLOB UNIQUE,"
    "  draft_sum BLOB NOT NULL,"
    "  state TEXT NOT NULL,"
    "  changed_at INTEGER NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  reply_to TEXT NOT NULL,"
    "  name TEXT NOT NULL,"
    "  product TEXT NOT NULL,"
    "  message TEXT NOT NULL,"
    "  packet TEXT NOT NULL);"
    "CREATE INDEX requests_by_state ON requests(state, changed_at);"
    "CREATE TABLE request_changes("
    "  id INTEGER PRIMARY KEY,"
    "  request_id INTEGER NOT NULL REFERENCES requests(id) ON DELETE CASCADE,"
    "  state TEXT NOT NULL,"
    "  at INTEGER NOT NULL);"
    "CREATE INDEX request_changes_by_request ON request_changes(request_id)",
    // A number is never given to a second row: whoever sends one may hold it while it goes.
    "CREATE TABLE subscriptions("
    "  delivery TEXT NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  PRIMARY KEY(delivery, kind));"
    "CREATE TABLE outbox("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  event_id TEXT NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  delivery TEXT NOT NULL,"
    "  request_id INTEGER NOT NULL REFERENCES requests(id) ON DELETE CASCADE,"
    "  change_id INTEGER NOT NULL REFERENCES request_changes(id) ON DELETE CASCADE,"
    "  state TEXT NOT NULL,"
    "  waiting_since INTEGER NOT NULL,"
    "  due_at INTEGER NOT NULL,"
    "  attempts INTEGER NOT NULL,"
    "  last_failure TEXT NOT NULL);"
    "CREATE INDEX outbox_by_delivery ON outbox(delivery, state, due_at);"
    "CREATE INDEX outbox_by_request ON outbox(request_id, delivery, id);"
    "CREATE INDEX outbox_by_change ON outbox(change_id)",
    // Of a session nothing lies here by which somebody could take its place. An author is a name: who signs
    // in through a proxy is in no table, and whoever goes stays the author.
    "CREATE TABLE request_notes("
    "  id INTEGER PRIMARY KEY,"
    "  request_id INTEGER NOT NULL REFERENCES requests(id) ON DELETE CASCADE,"
    "  author TEXT NOT NULL,"
    "  at INTEGER NOT NULL,"
    "  text TEXT NOT NULL);"
    "CREATE INDEX request_notes_by_request ON request_notes(request_id);"
    "CREATE INDEX requests_by_kind ON requests(state, product, lang);"
    "CREATE TABLE staff_accounts("
    "  id INTEGER PRIMARY KEY,"
    "  name TEXT NOT NULL UNIQUE,"
    "  password_hash TEXT NOT NULL,"
    "  added_at INTEGER NOT NULL);"
    "CREATE TABLE staff_sessions("
    "  id INTEGER PRIMARY KEY,"
    "  token_sum BLOB NOT NULL UNIQUE,"
    "  account_id INTEGER NOT NULL REFERENCES staff_accounts(id) ON DELETE CASCADE,"
    "  began_at INTEGER NOT NULL,"
    "  used_at INTEGER NOT NULL);"
    "CREATE INDEX staff_sessions_by_account ON staff_sessions(account_id)",
    // What the service alone knows; and how often something became of a question, of nobody in particular.
    "CREATE TABLE secrets("
    "  name TEXT PRIMARY KEY,"
    "  value BLOB NOT NULL);"
    "CREATE TABLE outcomes("
    "  day TEXT NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  outcome TEXT NOT NULL,"
    "  number INTEGER NOT NULL,"
    "  PRIMARY KEY(day, lang, outcome))",
    // A complaint's number, by which commits name it, is never given twice. Days are counted since 1970.
    "CREATE TABLE complaints("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  article TEXT NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  anchor TEXT NOT NULL,"
    "  section_sum TEXT NOT NULL,"
    "  revision TEXT NOT NULL,"
    "  reason TEXT NOT NULL,"
    "  words BLOB NOT NULL,"
    "  number INTEGER NOT NULL,"
    "  first_day INTEGER NOT NULL,"
    "  last_day INTEGER NOT NULL,"
    "  state TEXT NOT NULL,"
    "  end_revision TEXT NOT NULL DEFAULT '',"
    "  end_why TEXT NOT NULL DEFAULT '',"
    "  end_day INTEGER NOT NULL DEFAULT 0);"
    "CREATE INDEX complaints_by_place ON complaints(article, lang, anchor, reason, state);"
    "CREATE TABLE complaint_comments("
    "  id INTEGER PRIMARY KEY,"
    "  complaint_id INTEGER NOT NULL REFERENCES complaints(id) ON DELETE CASCADE,"
    "  text TEXT NOT NULL);"
    "CREATE INDEX complaint_comments_by_complaint ON complaint_comments(complaint_id);"
    "CREATE TABLE votes("
    "  article TEXT NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  anchor TEXT NOT NULL,"
    "  section_sum TEXT NOT NULL,"
    "  helpful INTEGER NOT NULL,"
    "  unhelpful INTEGER NOT NULL,"
    "  PRIMARY KEY(article, lang, anchor, section_sum))",
    // What visitors don't find. No text of a query lies here: query_key is how the file of counts has it.
    "CREATE TABLE gaps("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  state TEXT NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  visits INTEGER NOT NULL,"
    "  lost INTEGER NOT NULL,"
    "  without_result INTEGER NOT NULL,"
    "  without_click INTEGER NOT NULL,"
    "  refused INTEGER NOT NULL,"
    "  unhelpful INTEGER NOT NULL,"
    "  contact INTEGER NOT NULL,"
    "  proof_article TEXT NOT NULL,"
    "  proof_lang TEXT NOT NULL,"
    "  proof_title TEXT NOT NULL,"
    "  least_visits INTEGER NOT NULL);"
    "CREATE INDEX gaps_by_state ON gaps(state, lost);"
    "CREATE TABLE gap_queries("
    "  query_key INTEGER PRIMARY KEY,"
    "  gap_id INTEGER NOT NULL REFERENCES gaps(id) ON DELETE CASCADE,"
    "  visits INTEGER NOT NULL,"
    "  lost INTEGER NOT NULL,"
    "  found INTEGER NOT NULL,"
    "  first INTEGER NOT NULL,"
    "  score INTEGER NOT NULL,"
    "  rank INTEGER NOT NULL);"
    "CREATE INDEX gap_queries_by_gap ON gap_queries(gap_id);"
    "CREATE TABLE gap_articles("
    "  gap_id INTEGER NOT NULL REFERENCES gaps(id) ON DELETE CASCADE,"
    "  place INTEGER NOT NULL,"
    "  article TEXT NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  PRIMARY KEY(gap_id, place));"
    "CREATE TABLE gap_changes("
    "  id INTEGER PRIMARY KEY,"
    "  gap_id INTEGER NOT NULL REFERENCES gaps(id) ON DELETE CASCADE,"
    "  state TEXT NOT NULL,"
    "  at INTEGER NOT NULL,"
    "  generation TEXT NOT NULL,"
    "  author TEXT NOT NULL);"
    "CREATE INDEX gap_changes_by_gap ON gap_changes(gap_id)",
    "ALTER TABLE complaints ADD COLUMN step INTEGER NOT NULL DEFAULT 0",
    // Who answers, what was answered, and what that says of articles. form_sum: of what a form is known by,
    // so that it counts once. An item is "G-12" or "F-12". Of what staff did nothing lies here that anybody
    // wrote.
    "ALTER TABLE requests ADD COLUMN assignee TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE requests ADD COLUMN merged_into INTEGER REFERENCES requests(id) ON DELETE SET NULL;"
    "CREATE INDEX requests_by_target ON requests(merged_into);"
    "CREATE INDEX requests_by_assignee ON requests(assignee, state);"
    "CREATE TABLE request_answers("
    "  id INTEGER PRIMARY KEY,"
    "  request_id INTEGER NOT NULL REFERENCES requests(id) ON DELETE CASCADE,"
    "  form_sum BLOB NOT NULL UNIQUE,"
    "  author TEXT NOT NULL,"
    "  at INTEGER NOT NULL,"
    "  text TEXT NOT NULL,"
    "  source_article TEXT NOT NULL,"
    "  source_lang TEXT NOT NULL,"
    "  source_anchor TEXT NOT NULL,"
    "  source_title TEXT NOT NULL,"
    "  verdict TEXT NOT NULL DEFAULT '');"
    "CREATE INDEX request_answers_by_request ON request_answers(request_id);"
    "CREATE TABLE answer_queries("
    "  answer_id INTEGER NOT NULL REFERENCES request_answers(id) ON DELETE CASCADE,"
    "  query_key INTEGER NOT NULL,"
    "  PRIMARY KEY(answer_id, query_key));"
    "CREATE INDEX answer_queries_by_key ON answer_queries(query_key);"
    "CREATE TABLE request_items("
    "  id INTEGER PRIMARY KEY,"
    "  request_id INTEGER NOT NULL REFERENCES requests(id) ON DELETE CASCADE,"
    "  item TEXT NOT NULL,"
    "  form_sum BLOB NOT NULL UNIQUE,"
    "  author TEXT NOT NULL,"
    "  at INTEGER NOT NULL,"
    "  UNIQUE(request_id, item));"
    "CREATE INDEX request_items_by_item ON request_items(item);"
    "ALTER TABLE outbox ADD COLUMN happened_at INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE outbox ADD COLUMN answer_id INTEGER REFERENCES request_answers(id) ON DELETE CASCADE;"
    "CREATE INDEX outbox_by_answer ON outbox(answer_id);"
    "CREATE TABLE audit("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  at INTEGER NOT NULL,"
    "  person TEXT NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  what TEXT NOT NULL,"
    "  object TEXT NOT NULL,"
    "  number INTEGER NOT NULL);"
    "CREATE INDEX audit_by_time ON audit(at);"
    "CREATE INDEX audit_by_person ON audit(person, id)"};

// 0 for a file that is empty.
int64_t version_of(SqliteDatabase& database, const Schema& schema) {
  const int64_t version = database.number("PRAGMA user_version");
  const bool is_ours = database.number("PRAGMA application_id") == schema.application_id;
  if (!is_ours && (version != 0 || database.number("SELECT count(*) FROM sqlite_master") != 0))
    throw SqliteFailure::no_database("it is another program's database");
  const auto newest = static_cast<int64_t>(schema.steps.size());
  if (version > newest) {
    throw Error(ErrorKind::usage, "a newer Signpost wrote it (schema " + std::to_string(version) +
                                      "; this program knows " + std::to_string(newest) + ")");
  }
  return version;
}

}  // namespace

std::span<const char* const> migrations() { return kSteps; }

Schema data_schema() { return {kApplicationId, kSteps}; }

void migrate(SqliteDatabase& database, const Schema& schema) {
  const auto newest = static_cast<int64_t>(schema.steps.size());
  for (;;) {
    if (version_of(database, schema) == newest) return;
    SqliteTransaction transaction(database);
    const int64_t version = version_of(database, schema);  // another process may have been at it meanwhile
    if (version < newest) {
      database.execute(schema.steps[static_cast<size_t>(version)]);
      database.execute("PRAGMA application_id = " + std::to_string(schema.application_id) +
                       "; PRAGMA user_version = " + std::to_string(version + 1));
    }
    transaction.commit();
  }
}

void require_newest_schema(SqliteDatabase& database, const Schema& schema) {
  const int64_t version = version_of(database, schema);
  const auto newest = static_cast<int64_t>(schema.steps.size());
  if (version < newest) {
    throw Error(ErrorKind::usage, "it has schema " + std::to_string(version) + ", and this program needs " +
                                      std::to_string(newest) + ": start signpost-serve of this version once");
  }
}

}  // namespace signpost
