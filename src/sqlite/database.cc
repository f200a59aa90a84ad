// database.cc - see database.h; the only file that knows SQLite.
#include "sqlite/database.h"

#include <sqlite3.h>

namespace signpost {
namespace {

int primary(int code) { return code & 0xFF; }

ErrorKind kind_of(int code) {
  switch (primary(code)) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorKind::corrupt;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISUSE:
    case SQLITE_ERROR:
      return ErrorKind::internal;
    default:
      return ErrorKind::io;
  }
}

[[noreturn]] void fail(sqlite3* database, int code) {
  if (database == nullptr) throw SqliteFailure(code, sqlite3_errstr(code));
  const int extended = sqlite3_extended_errcode(database);
  throw SqliteFailure(primary(extended) == primary(code) ? extended : code, sqlite3_errmsg(database));
}

// What is empty may have none, and would be NULL.
const char* known_pointer(std::string_view bytes) { return bytes.data() == nullptr ? "" : bytes.data(); }

}  // namespace

SqliteFailure::SqliteFailure(int code, const std::string& message)
    : Error(kind_of(code), message), code_(code) {}

SqliteFailure SqliteFailure::no_database(const std::string& message) { return {SQLITE_NOTADB, message}; }

bool SqliteFailure::is_damage() const {
  return primary(code_) == SQLITE_CORRUPT || primary(code_) == SQLITE_NOTADB;
}

bool SqliteFailure::is_busy() const {
  return primary(code_) == SQLITE_BUSY || primary(code_) == SQLITE_LOCKED;
}

bool SqliteFailure::is_conflict() const { return primary(code_) == SQLITE_CONSTRAINT; }

void SqliteDatabase::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

SqliteDatabase::SqliteDatabase(const std::string& path, Open how, std::chrono::milliseconds patience) {
  sqlite3* opened = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | (how == Open::create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) fail(opened, code);
  sqlite3_busy_timeout(opened, static_cast<int>(patience.count()));
}

void SqliteDatabase::execute(const std::string& sql) {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(database_.get(), code);
}

int64_t SqliteDatabase::number(const char* sql) {
  SqliteStatement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

int64_t SqliteDatabase::changed_rows() const { return sqlite3_changes(database_.get()); }

int64_t SqliteDatabase::last_row() const { return sqlite3_last_insert_rowid(database_.get()); }

bool SqliteDatabase::is_in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

void SqliteDatabase::copy_to(SqliteDatabase& other) {
  sqlite3* to = other.database_.get();
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", database_.get(), "main");
  if (backup == nullptr) fail(to, sqlite3_errcode(to));
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) throw SqliteFailure(stepped, sqlite3_errstr(stepped));
  if (finished != SQLITE_OK) fail(to, finished);
}

void SqliteStatement::Finalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

SqliteStatement::SqliteStatement(SqliteDatabase& database, const char* sql)
    : database_(database.database_.get()) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) fail(database_, code);
}

SqliteStatement& SqliteStatement::bind_blob(int place, std::string_view bytes) {
  const char* data = known_pointer(bytes);
  const int code = sqlite3_bind_blob64(statement_.get(), place, data, bytes.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) fail(database_, code);
  return *this;
}

SqliteStatement& SqliteStatement::bind_text(int place, std::string_view text) {
  const char* data = known_pointer(text);
  const int code =
      sqlite3_bind_text64(statement_.get(), place, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) fail(database_, code);
  return *this;
}

SqliteStatement& SqliteStatement::bind_number(int place, int64_t number) {
  const int code = sqlite3_bind_int64(statement_.get(), place, number);
  if (code != SQLITE_OK) fail(database_, code);
  return *this;
}

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) fail(database_, code);
  return code == SQLITE_ROW;
}

void SqliteStatement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::string_view SqliteStatement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

std::string SqliteStatement::text(int column) const { return std::string(blob(column)); }

int64_t SqliteStatement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

bool SqliteStatement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

SqliteTransaction::SqliteTransaction(SqliteDatabase& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction() {
  if (committed_ || !database_.is_in_transaction()) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const SqliteFailure&) {
    // Closing the connection undoes it as well.
  }
}

void SqliteTransaction::commit() {
  database_.execute("COMMIT");
  committed_ = true;
}

}  // namespace signpost
