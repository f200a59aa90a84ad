// embedding_cache.cc - see embedding_cache.h; the only file that knows SQLite.
#include "meaning/embedding_cache.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "base/bytes.h"
#include "base/error.h"
#include "meaning/embeddings_answer.h"

namespace signpost {
namespace {

// How long another process may write before we go without: a transaction takes milliseconds.
constexpr int kBusyMilliseconds = 10'000;
// PRAGMA application_id and user_version: what file it is, and of which form ("SPem").
constexpr int kApplicationId = 0x5350656D;
constexpr int kFileVersion = 1;

// What SQLite refused, with its code.
class SqliteFailure : public Error {
 public:
  SqliteFailure(int code, const std::string& message) : Error(ErrorKind::io, message), code_(code) {}
  // The file is no database, or its pages contradict each other.
  bool is_damage() const { return (code_ & 0xFF) == SQLITE_CORRUPT || (code_ & 0xFF) == SQLITE_NOTADB; }

 private:
  int code_;
};

struct SqliteDeleter {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, SqliteDeleter>;

[[noreturn]] void fail(sqlite3* database, int code) {
  throw SqliteFailure(code, database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code));
}

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK) fail(database, code);
  }
  // The bytes must stay until the statement is reset.
  Statement& bind(int place, std::string_view bytes) {
    const int code = sqlite3_bind_blob64(statement_.get(), place, bytes.data(), bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) fail(database_, code);
    return *this;
  }
  // True for a row, false at the end.
  bool step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(database_, code);
    return code == SQLITE_ROW;
  }
  std::string_view blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column));
    return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
  }
  int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  void reset() { sqlite3_reset(statement_.get()); }

 private:
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, SqliteDeleter> statement_;
};

void execute(sqlite3* database, const std::string& sql) {
  const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(database, code);
}

int64_t number_of(sqlite3* database, const char* sql) {
  Statement statement(database, sql);
  return statement.step() ? statement.number(0) : 0;
}

// Committed at the end of commit(), undone by whatever comes before.
class Transaction {
 public:
  explicit Transaction(sqlite3* database) : database_(database) { execute(database_, "BEGIN IMMEDIATE"); }
  ~Transaction() {
    if (!committed_) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    execute(database_, "COMMIT");
    committed_ = true;
  }

 private:
  sqlite3* database_;
  bool committed_ = false;
};

std::string_view bytes_of(const EmbeddingKey& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

// The scale, then the components.
std::string stored_form(const QuantizedVector& vector) {
  std::string bytes(sizeof vector.scale + vector.values.size(), '\0');
  std::memcpy(bytes.data(), &vector.scale, sizeof vector.scale);
  if (!vector.values.empty()) {
    std::memcpy(bytes.data() + sizeof vector.scale, vector.values.data(), vector.values.size());
  }
  return bytes;
}

// Nothing for what no embedder's answer becomes.
std::optional<QuantizedVector> vector_of(std::string_view bytes) {
  QuantizedVector vector;
  if (bytes.size() < sizeof vector.scale + kMinDimension) return std::nullopt;
  std::memcpy(&vector.scale, bytes.data(), sizeof vector.scale);
  if (!std::isfinite(vector.scale) || vector.scale <= 0) return std::nullopt;
  bytes.remove_prefix(sizeof vector.scale);
  if (bytes.size() > kMaxDimension) return std::nullopt;
  vector.values.resize(bytes.size());
  std::memcpy(vector.values.data(), bytes.data(), bytes.size());
  return vector;
}

Database open_database(const std::string& path) {
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Database database(opened);
  if (code != SQLITE_OK) fail(opened, code);
  sqlite3_busy_timeout(opened, kBusyMilliseconds);
  // One file at rest, on any file system; what is lost with the power is asked for again.
  execute(opened, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; PRAGMA cell_size_check = ON");
  return database;
}

bool is_prepared(sqlite3* database) {
  return number_of(database, "PRAGMA application_id") == kApplicationId &&
         number_of(database, "PRAGMA user_version") == kFileVersion;
}

// Makes the table in a new file, and anew in one of another version of ours. Throws for another program's.
void prepare(sqlite3* database) {
  if (is_prepared(database)) return;
  Transaction transaction(database);
  if (is_prepared(database)) return;  // by another process, meanwhile
  if (number_of(database, "SELECT count(*) FROM sqlite_master") != 0 &&
      number_of(database, "PRAGMA application_id") != kApplicationId) {
    throw SqliteFailure(SQLITE_NOTADB, "it is another program's database");
  }
  execute(database,
          "DROP TABLE IF EXISTS vectors;"
          "CREATE TABLE vectors(key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;"
          "PRAGMA application_id = " +
              std::to_string(kApplicationId) + "; PRAGMA user_version = " + std::to_string(kFileVersion));
  transaction.commit();
}

}  // namespace

EmbeddingKey embedding_key(std::string_view model_id, TextKind kind, std::string_view prefix,
                           std::string_view text) {
  ByteWriter bytes;
  bytes.string(model_id);
  bytes.pod(kind);
  bytes.string(prefix);
  bytes.string(text);
  Sha256 sum;
  sum.add(bytes.take());
  return sum.finish();
}

EmbeddingKey embedding_key(const Embedder& embedder, TextKind kind, std::string_view text) {
  return embedding_key(embedder.model_id(kind), kind, embedder.prefix(kind), text);
}

class EmbeddingCache::Impl {
 public:
  Impl(std::string path, Warn warn) : path_(std::move(path)), warn_(std::move(warn)) {
    attempt([] {});
  }

  std::vector<std::optional<QuantizedVector>> find(std::span<const EmbeddingKey> keys) {
    std::vector<std::optional<QuantizedVector>> found(keys.size());
    attempt([&] {
      Statement select(database_.get(), "SELECT vector FROM vectors WHERE key = ?");
      for (size_t i = 0; i < keys.size(); ++i) {
        if (select.bind(1, bytes_of(keys[i])).step()) found[i] = vector_of(select.blob(0));
        select.reset();
      }
    });
    return found;
  }

  void put(std::span<const std::pair<EmbeddingKey, QuantizedVector>> entries) {
    attempt([&] {
      Transaction transaction(database_.get());
      Statement insert(database_.get(), "INSERT OR REPLACE INTO vectors VALUES (?, ?)");
      for (const auto& [key, vector] : entries) {
        const std::string stored = stored_form(vector);
        insert.bind(1, bytes_of(key)).bind(2, stored).step();
        insert.reset();
      }
      transaction.commit();
    });
  }

  void prune(std::span<const EmbeddingKey> used) {
    attempt([&] {
      sqlite3* database = database_.get();
      std::vector<EmbeddingKey> distinct(used.begin(), used.end());
      std::sort(distinct.begin(), distinct.end());
      distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
      const auto limit = static_cast<int64_t>(2 * distinct.size());
      if (number_of(database, "SELECT count(*) FROM vectors") <= limit) return;
      execute(database, "CREATE TEMP TABLE IF NOT EXISTS used(key BLOB PRIMARY KEY) WITHOUT ROWID");
      {
        Transaction transaction(database);
        execute(database, "DELETE FROM used");
        Statement insert(database, "INSERT INTO used VALUES (?)");
        for (const EmbeddingKey& key : distinct) {
          insert.bind(1, bytes_of(key)).step();
          insert.reset();
        }
        execute(database, "DELETE FROM vectors WHERE key NOT IN (SELECT key FROM used)");
        transaction.commit();
      }
      // Where another process reads or the disk is full, the file keeps its size and uses the room again.
      sqlite3_exec(database, "VACUUM", nullptr, nullptr, nullptr);
    });
  }

 private:
  // Opens the file where it isn't open, and does it; after damage once more, with a new file.
  template <typename Do>
  void attempt(const Do& work) {
    for (int tries = 2; tries > 0 && !given_up_; --tries) {
      try {
        if (!database_) {
          database_ = open_database(path_);
          prepare(database_.get());
        }
        return work();
      } catch (const SqliteFailure& failure) {
        database_.reset();
        if (failure.is_damage() && tries == 2 && move_aside(failure.what())) continue;
        given_up_ = true;
        warn_("the file of known vectors " + path_ + " can't be used: " + failure.what());
      }
    }
  }

  bool move_aside(const std::string& why) {
    const std::string aside = path_ + ".damaged";
    if (std::rename(path_.c_str(), aside.c_str()) != 0) return false;
    // A journal of the old file must not be played back into the new one.
    std::remove((path_ + "-journal").c_str());
    warn_("the file of known vectors " + path_ + " is damaged (" + why + "); it is now " + aside +
          ", and vectors are asked for anew");
    return true;
  }

  std::string path_;
  Warn warn_;
  Database database_;
  bool given_up_ = false;
};

EmbeddingCache::EmbeddingCache(std::string path, Warn warn)
    : impl_(std::make_unique<Impl>(std::move(path), std::move(warn))) {}
EmbeddingCache::~EmbeddingCache() = default;
EmbeddingCache::EmbeddingCache(EmbeddingCache&&) noexcept = default;

std::vector<std::optional<QuantizedVector>> EmbeddingCache::find(std::span<const EmbeddingKey> keys) {
  return impl_->find(keys);
}

void EmbeddingCache::put(std::span<const std::pair<EmbeddingKey, QuantizedVector>> entries) {
  impl_->put(entries);
}

void EmbeddingCache::prune(std::span<const EmbeddingKey> used) { impl_->prune(used); }

}  // namespace signpost
