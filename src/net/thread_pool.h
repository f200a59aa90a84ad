// thread_pool.h - a fixed number of threads that take jobs in the order they came.
// Tested by tests/unit/net/limits_test.cc.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "base/mutex.h"

namespace signpost {

class ThreadPool {
 public:
  using Job = std::function<void(size_t worker)>;

  // At most `max_waiting` jobs wait for a thread.
  ThreadPool(size_t threads, size_t max_waiting) : max_waiting_(max_waiting) {
    for (size_t worker = 0; worker < threads; ++worker) {
      threads_.emplace_back([this, worker] { work(worker); });
    }
  }

  // Ends after the jobs that are waiting are done.
  ~ThreadPool() {
    {
      const MutexLock lock(mutex_);
      stop_ = true;
      for (ConditionVariable* wake : idle_) wake->notify_one();
    }
    for (std::thread& thread : threads_) thread.join();
  }

  // False when too many wait already.
  bool add(Job job) EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    if (jobs_.size() >= max_waiting_) return false;
    jobs_.push_back(std::move(job));
    if (idle_.empty()) return true;
    idle_.back()->notify_one();
    idle_.pop_back();
    return true;
  }

  size_t waiting() const EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    return jobs_.size();
  }

 private:
  // The thread that became idle last is woken first: what it remembers (stems, buffers) is still in the
  // caches.
  void work(size_t worker) {
    ConditionVariable wake;
    while (const Job job = next(wake)) job(worker);
  }

  // Waits for one; empty when no more will come.
  Job next(ConditionVariable& wake) EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    while (jobs_.empty() && !stop_) {
      idle_.push_back(&wake);
      wake.wait(mutex_);
      std::erase(idle_, &wake);
    }
    if (jobs_.empty()) return nullptr;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
  }

  const size_t max_waiting_;
  mutable Mutex mutex_;
  std::vector<ConditionVariable*> idle_ GUARDED_BY(mutex_);
  std::deque<Job> jobs_ GUARDED_BY(mutex_);
  bool stop_ GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace signpost
