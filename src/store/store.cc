// store.cc - see store.h.
#include "store/store.h"

#include <utility>

#include "base/error.h"
#include "store/data_file.h"

namespace signpost {

Store::Store(StoreOptions options)
    : options_(std::move(options)),
      writes_([this] { return open_data_file(options_.dir, options_.write_patience); }, options_.waiting) {}

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
  return told([&] {
    // One that has failed is not given back, so that the next finds the file as it is then.
    auto reader = take_reader();
    auto found = find_request_state(*reader, code);
    give_back(std::move(reader));
    return found;
  });
}

void Store::read(const std::function<void(SqliteDatabase&)>& work) {
  told([&] {
    auto reader = take_reader();
    work(*reader);
    give_back(std::move(reader));
  });
}

void Store::write(const WriteQueue::Work& work) {
  told([&] { writes_.run(work); });
}

int64_t Store::delete_closed_before(int64_t moment) {
  return told([&] {
    int64_t deleted = 0;
    writes_.run(
        [&](SqliteDatabase& database) { deleted = signpost::delete_closed_before(database, moment); });
    return deleted;
  });
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
