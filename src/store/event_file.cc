// event_file.cc - see event_file.h.
#include "store/event_file.h"

#include <filesystem>

#include "store/data_file.h"
#include "store/migrations.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// PRAGMA application_id: whose file it is ("SPev").
constexpr int kEventApplicationId = 0x53506576;

// Days are counted since 1970, hours too. A visit is a number in the order in which visits came, and nothing
// else: what made the service take two requests for one visit is in no file. `sum` is the beginning of a
// query's SHA-256, so that its text stands here once.
constexpr const char* kEventSteps[] = {
    "CREATE TABLE queries("
    "  id INTEGER PRIMARY KEY,"
    "  lang TEXT NOT NULL,"
    "  text TEXT NOT NULL,"
    "  sum INTEGER NOT NULL UNIQUE);"
    "CREATE TABLE documents("
    "  id INTEGER PRIMARY KEY,"
    "  article TEXT NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  UNIQUE(article, lang));"
    // Of filters and of generations, 1 being the empty one.
    "CREATE TABLE names("
    "  id INTEGER PRIMARY KEY,"
    "  name TEXT NOT NULL UNIQUE);"
    "INSERT INTO names(id, name) VALUES (1, '');"
    // What became of it: the bits of SearchFlag.
    "CREATE TABLE searches("
    "  id INTEGER PRIMARY KEY,"
    "  hour INTEGER NOT NULL,"
    "  visit INTEGER NOT NULL,"
    "  query INTEGER NOT NULL,"
    "  filters INTEGER NOT NULL,"
    "  generation INTEGER NOT NULL,"
    "  hits INTEGER NOT NULL,"
    "  flags INTEGER NOT NULL);"
    "CREATE INDEX searches_by_query ON searches(query);"
    // A document counts once for a search. Positions are counted from 1; 0 is the quoted answer.
    "CREATE TABLE clicks("
    "  search INTEGER NOT NULL,"
    "  document INTEGER NOT NULL,"
    "  position INTEGER NOT NULL,"
    "  PRIMARY KEY(search, document)) WITHOUT ROWID;"
    "CREATE TABLE query_days("
    "  query INTEGER NOT NULL,"
    "  day INTEGER NOT NULL,"
    "  searches INTEGER NOT NULL,"
    "  visits INTEGER NOT NULL,"
    "  without_result INTEGER NOT NULL,"
    "  clicked INTEGER NOT NULL,"
    "  corrected INTEGER NOT NULL,"
    "  answered INTEGER NOT NULL,"
    "  refused INTEGER NOT NULL,"
    "  solved INTEGER NOT NULL,"
    "  unhelpful INTEGER NOT NULL,"
    "  contact INTEGER NOT NULL,"
    "  PRIMARY KEY(query, day)) WITHOUT ROWID;"
    "CREATE TABLE article_days("
    "  document INTEGER NOT NULL,"
    "  day INTEGER NOT NULL,"
    "  visits INTEGER NOT NULL,"
    "  read INTEGER NOT NULL,"
    "  clicks INTEGER NOT NULL,"
    "  contact_begun INTEGER NOT NULL,"
    "  contact_sent INTEGER NOT NULL,"
    "  helpful INTEGER NOT NULL,"
    "  unhelpful INTEGER NOT NULL,"
    "  PRIMARY KEY(document, day)) WITHOUT ROWID;"
    "CREATE TABLE day_counts("
    "  day INTEGER NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  what TEXT NOT NULL,"
    "  number INTEGER NOT NULL,"
    "  PRIMARY KEY(day, lang, what)) WITHOUT ROWID;"
    // Of the last 7, 30, 90 and 365 days: those queries and articles that lead in any of the figures; and as
    // query 0, what all queries have together that too few visits asked.
    "CREATE TABLE leading_queries("
    "  period INTEGER NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  query INTEGER NOT NULL,"
    "  queries INTEGER NOT NULL,"
    "  searches INTEGER NOT NULL,"
    "  visits INTEGER NOT NULL,"
    "  without_result INTEGER NOT NULL,"
    "  clicked INTEGER NOT NULL,"
    "  corrected INTEGER NOT NULL,"
    "  answered INTEGER NOT NULL,"
    "  refused INTEGER NOT NULL,"
    "  solved INTEGER NOT NULL,"
    "  unhelpful INTEGER NOT NULL,"
    "  contact INTEGER NOT NULL,"
    "  PRIMARY KEY(period, lang, query)) WITHOUT ROWID;"
    "CREATE TABLE leading_articles("
    "  period INTEGER NOT NULL,"
    "  document INTEGER NOT NULL,"
    "  visits INTEGER NOT NULL,"
    "  read INTEGER NOT NULL,"
    "  clicks INTEGER NOT NULL,"
    "  contact_begun INTEGER NOT NULL,"
    "  contact_sent INTEGER NOT NULL,"
    "  helpful INTEGER NOT NULL,"
    "  unhelpful INTEGER NOT NULL,"
    "  PRIMARY KEY(period, document)) WITHOUT ROWID",
    // 2: how often short addresses led to an article.
    "ALTER TABLE article_days ADD COLUMN short_address INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE leading_articles ADD COLUMN short_address INTEGER NOT NULL DEFAULT 0"};

constexpr Schema kEventSchema{kEventApplicationId, kEventSteps};

// NORMAL: what was committed is in the log, which the system has when the process dies, and is synced with
// every checkpoint.
SqliteDatabase connect_events(const std::string& dir, std::chrono::milliseconds patience) {
  SqliteDatabase database(event_file_path(dir), SqliteDatabase::Open::existing, patience);
  database.execute(
      "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; "
      "PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000");
  return database;
}

Error event_file_error(const std::string& dir, const Error& failure) {
  return file_error(event_file_path(dir), failure);
}

}  // namespace

std::string event_file_path(const std::string& dir) { return dir + "/events.db"; }

SqliteDatabase open_event_file(const std::string& dir, std::chrono::milliseconds patience) {
  try {
    make_private_file(dir, event_file_path(dir));
    SqliteDatabase database = connect_events(dir, patience);
    database.execute("PRAGMA journal_mode = WAL");
    migrate(database, kEventSchema);
    return database;
  } catch (const Error& failure) {
    throw event_file_error(dir, failure);
  }
}

std::optional<SqliteDatabase> open_existing_event_file(const std::string& dir,
                                                       std::chrono::milliseconds patience) {
  std::error_code error;
  if (!fs::exists(event_file_path(dir), error)) return std::nullopt;
  try {
    SqliteDatabase database = connect_events(dir, patience);
    // Just made, and its tables still on their way.
    if (database.number("SELECT count(*) FROM sqlite_master") == 0) return std::nullopt;
    require_newest_schema(database, kEventSchema);
    return database;
  } catch (const Error& failure) {
    throw event_file_error(dir, failure);
  }
}

}  // namespace signpost
