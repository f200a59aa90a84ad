// database.h - one connection to an SQLite file, its statements and transactions: the only folder that knows
// the library. SQL belongs to who calls. Tested by tests/unit/sqlite/database_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace signpost {

// What SQLite refused: in its own words.
class SqliteFailure : public Error {
 public:
  SqliteFailure(int code, const std::string& message);
  // A file that is none of ours.
  static SqliteFailure no_database(const std::string& message);

  // The file is no database, or its pages contradict each other.
  bool is_damage() const;
  // Another process held it for longer than the connection's patience.
  bool is_busy() const;
  // A row stands in the way of this one: of two that must differ, or that refer to each other.
  bool is_conflict() const;

 private:
  int code_;
};

// A connection, closed with the object. Not safe from several threads. All throw SqliteFailure.
class SqliteDatabase {
 public:
  enum class Open { existing, create };
  // `patience`: how long a statement waits for another process that writes.
  SqliteDatabase(const std::string& path, Open how, std::chrono::milliseconds patience);

  // One statement or several, without rows.
  void execute(const std::string& sql);
  // The first column of the first row, 0 when there is none.
  int64_t number(const char* sql);
  // Of the last INSERT, UPDATE or DELETE, and of the last INSERT.
  int64_t changed_rows() const;
  int64_t last_row() const;
  // True between BEGIN and the end of the transaction, which some failures bring by themselves.
  bool is_in_transaction() const;
  // All of it as it is now, into an empty database; neither readers nor writers are held up.
  void copy_to(SqliteDatabase& other);

 private:
  friend class SqliteStatement;
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Closer> database_;
};

// One prepared statement; places are counted from 1, columns from 0. Must not outlive its database. All
// throw SqliteFailure.
class SqliteStatement {
 public:
  SqliteStatement(SqliteDatabase& database, const char* sql);

  // The bytes must stay until the statement is reset. A place that nothing is bound to is NULL.
  SqliteStatement& bind_blob(int place, std::string_view bytes);
  SqliteStatement& bind_text(int place, std::string_view text);
  SqliteStatement& bind_number(int place, int64_t number);
  // True for a row, false at the end.
  bool step();
  // Begins anew, with nothing bound.
  void reset();

  // Views live until the next step().
  std::string_view blob(int column) const;
  std::string text(int column) const;
  int64_t number(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

// For writing, from the start. Committed at the end of commit(), undone by whatever comes before.
class SqliteTransaction {
 public:
  explicit SqliteTransaction(SqliteDatabase& database);
  ~SqliteTransaction();
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;
  void commit();

 private:
  SqliteDatabase& database_;
  bool committed_ = false;
};

}  // namespace signpost
