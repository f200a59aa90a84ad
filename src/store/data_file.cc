// data_file.cc - see data_file.h.
#include "store/data_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/descriptor.h"
#include "base/synced_file.h"
#include "store/migrations.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// The folder's own folders get what the umask says: they may be shared.
void make_folder(const std::string& dir) {
  std::error_code error;
  if (fs::is_directory(dir, error)) return;
  const fs::path parent = fs::absolute(dir).parent_path();
  fs::create_directories(parent, error);
  if (::mkdir(dir.c_str(), 0700) != 0 && errno != EEXIST) throw_io("cannot create", dir);
  if (!fs::is_directory(dir, error)) throw_io("cannot use", dir, ENOTDIR);
}

// In WAL a commit is one append and one sync, and readers never wait. FULL: the sync comes before COMMIT
// returns. What a sort puts aside stays in memory, where no file is left of it.
SqliteDatabase connect(const std::string& dir, std::chrono::milliseconds patience) {
  SqliteDatabase database(data_file_path(dir), SqliteDatabase::Open::existing, patience);
  database.execute(
      "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; "
      "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL");
  return database;
}

}  // namespace

std::string data_file_path(const std::string& dir) { return dir + "/signpost.db"; }

SqliteDatabase open_data_file(const std::string& dir, std::chrono::milliseconds patience) {
  try {
    make_private_file(dir, data_file_path(dir));
    SqliteDatabase database = connect(dir, patience);
    database.execute("PRAGMA journal_mode = WAL");
    migrate(database);
    return database;
  } catch (const Error& failure) {
    throw data_file_error(dir, failure);
  }
}

SqliteDatabase open_existing_data_file(const std::string& dir, std::chrono::milliseconds patience) {
  const std::string path = data_file_path(dir);
  std::error_code error;
  if (!fs::exists(path, error))
    throw Error(ErrorKind::not_found, "there is no " + path + ": signpost-serve --data makes it");
  try {
    SqliteDatabase database = connect(dir, patience);
    require_newest_schema(database);
    return database;
  } catch (const Error& failure) {
    throw data_file_error(dir, failure);
  }
}

uint64_t used_bytes(SqliteDatabase& database) {
  const int64_t pages = database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count");
  return static_cast<uint64_t>(pages * database.number("PRAGMA page_size"));
}

// Before SQLite does, which would let others read it; its further files get the same mode.
void make_private_file(const std::string& dir, const std::string& path) {
  make_folder(dir);
  std::error_code error;
  if (fs::exists(path, error)) return;
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!file.is_open()) throw_io("cannot create", path);
  sync_dir(dir);
}

Error file_error(const std::string& path, const Error& failure) {
  const std::string why = failure.what();
  if (const auto* refused = dynamic_cast<const SqliteFailure*>(&failure)) {
    if (refused->is_damage())
      return {ErrorKind::corrupt, path + " is damaged (" + why + "); put a backup of it in its place"};
    if (refused->is_busy()) return {ErrorKind::io, path + " is locked by another program"};
  }
  const std::string dir = fs::path(path).parent_path().string();
  if (why.find(path) != std::string::npos || why.find(dir) != std::string::npos) return failure;
  return {failure.kind(), path + ": " + why};
}

Error data_file_error(const std::string& dir, const Error& failure) {
  return file_error(data_file_path(dir), failure);
}

}  // namespace signpost
