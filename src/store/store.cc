// store.cc - see store.h.
#include "store/store.h"

#include <utility>

#include "base/error.h"
#include "store/data_file.h"
#include "store/secret_table.h"

namespace signpost {

Store::Store(StoreOptions options)
    : options_(std::move(options)),
      subscriptions_(options_.subscriptions),
      writes_([this] { return open_writer(); }, options_.waiting) {}

// Whoever writes finds who is told of it in the file, however long that could not be written.
SqliteDatabase Store::open_writer() {
  SqliteDatabase database = open_data_file(options_.dir, options_.write_patience);
  std::vector<Subscription> subscriptions;
  {
    const MutexLock lock(mutex_);
    subscriptions = subscriptions_;
  }
  SqliteTransaction transaction(database);
  signpost::use_subscriptions(database, subscriptions);
  transaction.commit();
  return database;
}

// Does the work, in the words of this file where it fails.
template <typename Do>
auto Store::told(const Do& work) {
  try {
    return work();
  } catch (const Error& failure) {
    const Error named = data_file_error(options_.dir, failure);
    options_.warn(named.what());
    throw named;
  }
}

bool Store::check() {
  try {
    told([&] { writes_.run([](SqliteDatabase&) {}); });
    return true;
  } catch (const Error&) {
    return false;
  }
}

std::optional<KeptRequest> Store::keep(const RequestDraft& draft, std::string_view key, int64_t now) {
  return told([&] {
    std::optional<KeptRequest> kept;
    writes_.run([&](SqliteDatabase& database) { kept = keep_request(database, draft, key, now); });
    return kept;
  });
}

std::optional<StoredRequest> Store::find_state(std::string_view code) {
  std::optional<StoredRequest> found;
  read([&](SqliteDatabase& database) { found = find_request_state(database, code); });
  return found;
}

bool Store::has_room() {
  if (options_.most_bytes == 0) return true;
  uint64_t bytes = 0;
  try {
    auto reader = take_reader();
    bytes = used_bytes(*reader);
    give_back(std::move(reader));
  } catch (const Error&) {
    return true;  // whoever writes next says what is wrong, or makes the file
  }
  const bool full = bytes >= options_.most_bytes;
  if (full && !full_.exchange(true)) {
    options_.warn(data_file_path(options_.dir) + " has " + std::to_string(bytes) +
                  " bytes in use, as many as it may: no more requests are taken");
  }
  if (!full) full_ = false;
  return !full;
}

std::string Store::secret(std::string_view name) {
  std::string secret;
  write([&](SqliteDatabase& database) { secret = keep_secret(database, name); });
  return secret;
}

void Store::add_outcomes(const std::vector<OutcomeCount>& counts) {
  write([&](SqliteDatabase& database) { signpost::add_outcomes(database, counts); });
}

int64_t Store::delete_closed_before(int64_t moment) {
  return told([&] {
    int64_t deleted = 0;
    writes_.run(
        [&](SqliteDatabase& database) { deleted = signpost::delete_closed_before(database, moment); });
    return deleted;
  });
}

void Store::use_subscriptions(std::vector<Subscription> subscriptions) {
  {
    const MutexLock lock(mutex_);
    subscriptions_ = subscriptions;
  }
  write([&](SqliteDatabase& database) { signpost::use_subscriptions(database, subscriptions); });
}

void Store::read(const std::function<void(SqliteDatabase&)>& use) {
  told([&] {
    // One that has failed is not given back, so that the next finds the file as it is then.
    auto reader = take_reader();
    use(*reader);
    give_back(std::move(reader));
  });
}

void Store::write(const WriteQueue::Work& work) {
  told([&] { writes_.run(work); });
}

std::unique_ptr<SqliteDatabase> Store::take_reader() {
  {
    const MutexLock lock(mutex_);
    if (!readers_.empty()) {
      auto reader = std::move(readers_.back());
      readers_.pop_back();
      return reader;
    }
  }
  return std::make_unique<SqliteDatabase>(open_existing_data_file(options_.dir, options_.read_patience));
}

void Store::give_back(std::unique_ptr<SqliteDatabase> reader) {
  const MutexLock lock(mutex_);
  readers_.push_back(std::move(reader));
}

}  // namespace signpost
