// periodic_task.h - what has to be done again and again while the service runs, in a thread of its own.
// Tested by tests/unit/service/periodic_task_test.cc.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

#include "base/mutex.h"

namespace signpost {

// Begins with the first start(), and ends with the object, once what it is doing is done.
class PeriodicTask {
 public:
  // `task` throws nothing. It is done at once, and again when `pause` has passed since.
  PeriodicTask(std::function<void()> task, std::chrono::milliseconds pause);
  ~PeriodicTask();
  PeriodicTask(const PeriodicTask&) = delete;
  PeriodicTask& operator=(const PeriodicTask&) = delete;

  void start();

 private:
  void repeat() EXCLUDES(mutex_);

  const std::function<void()> task_;
  const std::chrono::milliseconds pause_;
  Mutex mutex_;
  ConditionVariable ending_told_;
  bool ending_ GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace signpost
