// write_queue.h - all writing of one process to the data file: one thread that commits what many wait for
// together, so that they share one sync. Tested by tests/unit/store/write_queue_test.cc.
#pragma once

#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

#include "base/mutex.h"
#include "sqlite/database.h"

namespace signpost {

// Safe to use from many threads.
class WriteQueue {
 public:
  using OpenDatabase = std::function<SqliteDatabase()>;  // throws Error
  using Work = std::function<void(SqliteDatabase&)>;     // within a transaction, of which it ends nothing

  // `open` is called by the thread, when there is something to write and no connection, so that a file that
  // could not be used can be replaced meanwhile. `capacity`: how many may wait at once.
  WriteQueue(OpenDatabase open, size_t capacity);
  // What waits is written before.
  ~WriteQueue();
  WriteQueue(const WriteQueue&) = delete;
  WriteQueue& operator=(const WriteQueue&) = delete;

  // Comes back when the work is committed and synced. Throws what the work threw, which is undone alone;
  // Error when nothing could be committed, and at once where `capacity` others wait.
  void run(const Work& work) EXCLUDES(mutex_);

 private:
  struct Job {
    const Work* work;
    std::exception_ptr failure = nullptr;
    bool done = false;
  };

  void write() EXCLUDES(mutex_);
  std::vector<Job*> next_batch() EXCLUDES(mutex_);
  void commit(const std::vector<Job*>& batch);
  void run_in_savepoint(Job& job);

  const OpenDatabase open_;
  const size_t capacity_;
  std::optional<SqliteDatabase> database_;  // the thread's own
  Mutex mutex_;
  ConditionVariable arrived_;
  ConditionVariable finished_;
  std::deque<Job*> waiting_ GUARDED_BY(mutex_);
  size_t under_way_ GUARDED_BY(mutex_) = 0;
  bool ending_ GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace signpost
