// store.h - what the service keeps of its visitors' words, safe from many threads: written by one thread,
// read through connections of their own. Tested by tests/unit/store/store_test.cc; by killing it in the
// middle of it, tests/unit/store/store_kill_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mutex.h"
#include "store/outbox_table.h"
#include "store/outcome_table.h"
#include "store/request_table.h"
#include "store/write_queue.h"

namespace signpost {

struct StoreOptions {
  std::string dir;
  size_t waiting = 64;                             // who may wait for a write at once
  uint64_t most_bytes = 0;                         // that what is kept may take; 0: any number
  std::chrono::milliseconds write_patience{5000};  // with other programs that write
  std::chrono::milliseconds read_patience{250};
  // Told of each failure that a visitor met, in one line for the log.
  std::function<void(const std::string& message)> warn = [](const std::string&) {};
  // Who is told of requests, from the first one on; see use_subscriptions().
  std::vector<Subscription> subscriptions = {};
};

// The file is opened when it is first needed, and again after a failure: a file that could not be used may
// be put right while the service runs. `warn` is told of each Error that is thrown.
class Store {
 public:
  explicit Store(StoreOptions options);

  // False, and `warn` is told why, when nothing could be written now.
  bool check();

  // False where what is kept takes as many bytes as it may; `warn` is told when that begins.
  bool has_room() EXCLUDES(mutex_);

  // Synced to the disk when it comes back; see keep_request().
  std::optional<KeptRequest> keep(const RequestDraft& draft, std::string_view key, int64_t now);
  // The draft is empty; see find_request_state().
  std::optional<StoredRequest> find_state(std::string_view code) EXCLUDES(mutex_);
  // How many requests that were closed before the moment are gone now.
  int64_t delete_closed_before(int64_t moment);
  // Of this name, and made with the first call: nobody else has it. See secret_table.h.
  std::string secret(std::string_view name);
  void add_outcomes(const std::vector<OutcomeCount>& counts);

  // From then on others are told, also when the file can't be written now: before anything else is.
  void use_subscriptions(std::vector<Subscription> subscriptions) EXCLUDES(mutex_);

  // For the other tables: on a connection of the readers' or, within a transaction that is synced when it
  // comes back, on the writer's.
  void read(const std::function<void(SqliteDatabase&)>& use) EXCLUDES(mutex_);
  void write(const WriteQueue::Work& work);

 private:
  template <typename Do>
  auto told(const Do& work);
  SqliteDatabase open_writer() EXCLUDES(mutex_);
  std::unique_ptr<SqliteDatabase> take_reader() EXCLUDES(mutex_);
  void give_back(std::unique_ptr<SqliteDatabase> reader) EXCLUDES(mutex_);

  const StoreOptions options_;
  Mutex mutex_;
  std::vector<std::unique_ptr<SqliteDatabase>> readers_ GUARDED_BY(mutex_);
  std::atomic<bool> full_{false};
  std::vector<Subscription> subscriptions_ GUARDED_BY(mutex_);
  WriteQueue writes_;
};

}  // namespace signpost
