// maintenance.cc - see maintenance.h.
#include "store/maintenance.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "base/ascii.h"
#include "base/descriptor.h"
#include "base/error.h"
#include "base/synced_file.h"
#include "store/event_file.h"
#include "store/event_retention.h"
#include "store/request_code.h"
#include "store/staff_table.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr int kCheckpointTries = 5;

constexpr size_t kPieceBytes = 1 << 20;
constexpr std::chrono::seconds kEventPatience{10};

bool file_has(const std::string& path, const std::string& wanted) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT) return false;  // the log of a service that has just ended
    throw_io("cannot read", path);
  }
  bool found = false;
  std::string end;  // of the piece before, as much of it as the text may begin in
  std::vector<char> buffer(kPieceBytes);
  const bool read = read_pieces(file.get(), buffer.data(), buffer.size(), [&](std::string_view piece) {
    const std::string bytes = end + lower_case(piece);
    if (bytes.find(wanted) != std::string::npos) found = true;
    end = bytes.substr(bytes.size() - std::min(bytes.size(), wanted.size() - 1));
  });
  if (!read) throw_io("cannot read", path);
  return found;
}

// In the rows themselves, in whatever words: of others, and of who is told of requests.
bool rows_have(SqliteDatabase& database, const std::string& wanted) {
  bool found = false;
  SqliteStatement select(
      database,
      "SELECT lower(lang || ' ' || reply_to || ' ' || name || ' ' || product || ' ' || message "
      "|| ' ' || packet) FROM requests UNION ALL "
      "SELECT lower(author || ' ' || text) FROM request_notes UNION ALL "
      "SELECT lower(author || ' ' || text || ' ' || source_title) FROM request_answers UNION ALL "
      "SELECT lower(assignee) FROM requests UNION ALL "
      "SELECT lower(author) FROM request_items UNION ALL "
      "SELECT lower(person || ' ' || object) FROM audit UNION ALL "
      "SELECT lower(text) FROM complaint_comments UNION ALL "
      "SELECT lower(name) FROM staff_accounts UNION ALL "
      "SELECT lower(delivery || ' ' || event_id || ' ' || last_failure) FROM outbox UNION ALL "
      "SELECT lower(delivery) FROM subscriptions");
  while (!found && select.step()) found = select.blob(0).find(wanted) != std::string_view::npos;
  return found;
}

// Deleted cells are overwritten, but pages that were split once may have copies of them.
void rewrite(SqliteDatabase& database) {
  database.execute("VACUUM");
  settle_data_file(database);
}

// Sets what is about counts. They are written anew only where there is something to be rid of: they may have
// gigabytes.
void forget_in_events(const std::string& dir, const std::string& wanted, ForgottenForGood& done) {
  auto events = open_existing_event_file(dir, kEventPatience);
  if (!events) return;
  done.queries = forget_queries_with(*events, wanted);
  done.part_of_longer = events_have(*events, wanted);
  if (done.queries > 0 || file_has(event_file_path(dir), wanted)) {
    rewrite(*events);
  } else {
    settle_data_file(*events);  // its log may have what retention has taken out
  }
}

}  // namespace

void settle_data_file(SqliteDatabase& database) {
  // Each time it waits for the others as long as the connection does; who writes without a pause may win.
  for (int tries = 0; tries < kCheckpointTries; ++tries) {
    // busy, pages of the log, pages brought back
    SqliteStatement checkpoint(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!checkpoint.step() || checkpoint.number(0) == 0) return;
  }
  throw Error(ErrorKind::io, "others used the file all the while; what was deleted may still lie in its log");
}

bool folder_has(const std::string& dir, std::string_view text) {
  const std::string wanted = lower_case(text);
  if (wanted.empty()) return false;
  for (const auto& entry : fs::directory_iterator(dir)) {
    if (entry.is_regular_file() && file_has(entry.path().string(), wanted)) return true;
  }
  return false;
}

ForgottenForGood forget_for_good(const std::string& dir, SqliteDatabase& database, std::string_view text) {
  std::string wanted = lower_case(trimmed(text));
  ForgottenForGood done;
  {
    for (const StaffAccount& account : staff_accounts(database)) {
      if (lower_case(account.name) == wanted)
        throw Error(ErrorKind::usage, "an account of staff has this name; remove that first");
    }
    SqliteTransaction transaction(database);
    const auto code = parse_request_code(wanted);
    if (code && delete_request(database, *code)) {
      done.forgotten.requests = 1;
      wanted = lower_case(*code);
    } else {
      done.forgotten = forget_address(database, wanted);
    }
    transaction.commit();
  }
  forget_in_events(dir, wanted, done);
  rewrite(database);
  if (!folder_has(dir, wanted)) {
    done.part_of_longer = false;
    return done;
  }
  done.part_of_longer = done.part_of_longer || rows_have(database, wanted);
  if (!done.part_of_longer) throw Error(ErrorKind::internal, "a file in " + dir + " still has it");
  return done;
}

void back_up(SqliteDatabase& database, const std::string& file) {
  Descriptor made(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!made.is_open()) throw_io("cannot create", file);
  try {
    {
      SqliteDatabase copy(file, SqliteDatabase::Open::existing, std::chrono::milliseconds(0));
      // One file at rest: the copy of a file with a log would ask for one as well.
      copy.execute("PRAGMA locking_mode = EXCLUSIVE");
      database.copy_to(copy);
      copy.execute("PRAGMA journal_mode = DELETE");
    }
    sync_file(file);
    sync_dir(fs::absolute(file).parent_path().string());
  } catch (...) {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) std::remove((file + suffix).c_str());
    throw;
  }
}

}  // namespace signpost
