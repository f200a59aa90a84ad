// thread_pool.h - a fixed number of threads that take jobs in the order they came.
// Tested by tests/unit/net/limits_test.cc.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

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
      const std::lock_guard lock(mutex_);
      stop_ = true;
      for (std::condition_variable* wake : idle_) wake->notify_one();
    }
    for (std::thread& thread : threads_) thread.join();
  }

  // False when too many wait already.
  bool add(Job job) {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= max_waiting_) return false;
    jobs_.push_back(std::move(job));
    if (idle_.empty()) return true;
    idle_.back()->notify_one();
    idle_.pop_back();
    return true;
  }

  size_t waiting() const {
    const std::lock_guard lock(mutex_);
    return jobs_.size();
  }

 private:
  // The thread that became idle last is woken first: what it remembers (stems, buffers) is still in the
  // caches.
  void work(size_t worker) {
    std::condition_variable wake;
    std::unique_lock lock(mutex_);
    while (true) {
      while (jobs_.empty() && !stop_) {
        idle_.push_back(&wake);
        wake.wait(lock);
        std::erase(idle_, &wake);
      }
      if (jobs_.empty()) return;
      Job job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job(worker);
      lock.lock();
    }
  }

  const size_t max_waiting_;
  mutable std::mutex mutex_;
  std::vector<std::condition_variable*> idle_;
  std::deque<Job> jobs_;
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace signpost
