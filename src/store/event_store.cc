// event_store.cc - see event_store.h.
#include "store/event_store.h"

#include <utility>

#include "store/event_file.h"

namespace signpost {
namespace {

// Who counts writes for milliseconds.
constexpr std::chrono::milliseconds kReaderPatience{250};

}  // namespace

bool EventStore::read(const std::function<void(SqliteDatabase&)>& use) {
  auto database = take();
  if (!database) return false;
  // One that has failed is not given back.
  use(*database);
  const MutexLock lock(mutex_);
  idle_.push_back(std::move(database));
  return true;
}

std::unique_ptr<SqliteDatabase> EventStore::take() {
  {
    const MutexLock lock(mutex_);
    if (!idle_.empty()) {
      auto database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  auto opened = open_existing_event_file(dir_, kReaderPatience);
  return opened ? std::make_unique<SqliteDatabase>(std::move(*opened)) : nullptr;
}

}  // namespace signpost
