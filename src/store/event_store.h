// event_store.h - the counts as pages and operations read them beside who counts, safe from many threads.
// Tested by tests/unit/store/event_store_test.cc.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/mutex.h"
#include "sqlite/database.h"

namespace signpost {

// The file is opened when it is first needed, and again after a failure.
class EventStore {
 public:
  explicit EventStore(std::string dir) : dir_(std::move(dir)) {}

  // On a connection that nobody else uses meanwhile. False where nothing was ever counted. Throws Error.
  bool read(const std::function<void(SqliteDatabase&)>& use) EXCLUDES(mutex_);

 private:
  std::unique_ptr<SqliteDatabase> take() EXCLUDES(mutex_);

  const std::string dir_;
  Mutex mutex_;
  std::vector<std::unique_ptr<SqliteDatabase>> idle_ GUARDED_BY(mutex_);
};

}  // namespace signpost
