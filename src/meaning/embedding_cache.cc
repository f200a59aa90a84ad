// embedding_cache.cc - see embedding_cache.h.
#include "meaning/embedding_cache.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "base/bytes.h"
#include "base/error.h"
#include "meaning/embeddings_answer.h"
#include "sqlite/database.h"

namespace signpost {
namespace {

// How long another process may write before we go without: a transaction takes milliseconds.
constexpr std::chrono::seconds kPatience{10};
// PRAGMA application_id and user_version: what file it is, and of which form ("SPem").
constexpr int kApplicationId = 0x5350656D;
constexpr int kFileVersion = 1;

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

SqliteDatabase open_database(const std::string& path) {
  SqliteDatabase database(path, SqliteDatabase::Open::create, kPatience);
  // One file at rest, on any file system; what is lost with the power is asked for again.
  database.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; PRAGMA cell_size_check = ON");
  return database;
}

bool is_prepared(SqliteDatabase& database) {
  return database.number("PRAGMA application_id") == kApplicationId &&
         database.number("PRAGMA user_version") == kFileVersion;
}

// Makes the table in a new file, and anew in one of another version of ours. Throws for another program's.
void prepare(SqliteDatabase& database) {
  if (is_prepared(database)) return;
  SqliteTransaction transaction(database);
  if (is_prepared(database)) return;  // by another process, meanwhile
  if (database.number("SELECT count(*) FROM sqlite_master") != 0 &&
      database.number("PRAGMA application_id") != kApplicationId) {
    throw SqliteFailure::no_database("it is another program's database");
  }
  database.execute(
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
  return sha256_sum(bytes.take());
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
      SqliteStatement select(*database_, "SELECT vector FROM vectors WHERE key = ?");
      for (size_t i = 0; i < keys.size(); ++i) {
        if (select.bind_blob(1, bytes_of(keys[i])).step()) found[i] = vector_of(select.blob(0));
        select.reset();
      }
    });
    return found;
  }

  void put(std::span<const std::pair<EmbeddingKey, QuantizedVector>> entries) {
    attempt([&] {
      SqliteTransaction transaction(*database_);
      SqliteStatement insert(*database_, "INSERT OR REPLACE INTO vectors VALUES (?, ?)");
      for (const auto& [key, vector] : entries) {
        const std::string stored = stored_form(vector);
        insert.bind_blob(1, bytes_of(key)).bind_blob(2, stored).step();
        insert.reset();
      }
      transaction.commit();
    });
  }

  void prune(std::span<const EmbeddingKey> used) {
    attempt([&] {
      SqliteDatabase& database = *database_;
      std::vector<EmbeddingKey> distinct(used.begin(), used.end());
      std::sort(distinct.begin(), distinct.end());
      distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
      const auto limit = static_cast<int64_t>(2 * distinct.size());
      if (database.number("SELECT count(*) FROM vectors") <= limit) return;
      database.execute("CREATE TEMP TABLE IF NOT EXISTS used(key BLOB PRIMARY KEY) WITHOUT ROWID");
      {
        SqliteTransaction transaction(database);
        database.execute("DELETE FROM used");
        SqliteStatement insert(database, "INSERT INTO used VALUES (?)");
        for (const EmbeddingKey& key : distinct) {
          insert.bind_blob(1, bytes_of(key)).step();
          insert.reset();
        }
        database.execute("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM used)");
        transaction.commit();
      }
      // Where another process reads or the disk is full, the file keeps its size and uses the room again.
      try {
        database.execute("VACUUM");
      } catch (const SqliteFailure& failure) {
        if (failure.is_damage()) throw;
      }
    });
  }

 private:
  // Opens the file where it isn't open, and does it; after damage once more, with a new file.
  template <typename Do>
  void attempt(const Do& work) {
    for (int tries = 2; tries > 0 && !given_up_; --tries) {
      try {
        if (!database_) {
          database_.emplace(open_database(path_));
          prepare(*database_);
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
  std::optional<SqliteDatabase> database_;
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
