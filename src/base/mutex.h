// mutex.h - locks that say what they guard, in a way that the compiler checks: clang's thread safety analysis
// (clang.llvm.org/docs/ThreadSafetyAnalysis.html, whose names these are) is an error in `./dev check`, and
// nothing under g++. The standard library's mutex has no such attributes here, so nothing else uses it
// (tests/layering/check_includes).
// Tested by tests/unit/base/mutex_test.cc; what the compiler refuses, by tests/layering/lock_discipline_test.
#pragma once

#include <condition_variable>
#include <mutex>

#ifdef __clang__
#define SIGNPOST_LOCK_ATTRIBUTE(attribute) __attribute__((attribute))
#else
#define SIGNPOST_LOCK_ATTRIBUTE(attribute)
#endif

// Of a type: a lock, and what holds one while it lives.
#define CAPABILITY(name) SIGNPOST_LOCK_ATTRIBUTE(capability(name))
#define SCOPED_CAPABILITY SIGNPOST_LOCK_ATTRIBUTE(scoped_lockable)
// Of a member: read and written by who holds the lock; taken before the other where both are.
#define GUARDED_BY(mutex) SIGNPOST_LOCK_ATTRIBUTE(guarded_by(mutex))
#define ACQUIRED_BEFORE(mutex) SIGNPOST_LOCK_ATTRIBUTE(acquired_before(mutex))
// Of a function: its caller holds the locks, or does not; it comes back with one, or without.
#define REQUIRES(...) SIGNPOST_LOCK_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define EXCLUDES(...) SIGNPOST_LOCK_ATTRIBUTE(locks_excluded(__VA_ARGS__))
#define ACQUIRE(...) SIGNPOST_LOCK_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define RELEASE(...) SIGNPOST_LOCK_ATTRIBUTE(release_capability(__VA_ARGS__))

namespace signpost {

// Held by a MutexLock only.
class CAPABILITY("mutex") Mutex {
 public:
  Mutex() = default;
  Mutex(const Mutex&) = delete;
  Mutex& operator=(const Mutex&) = delete;

 private:
  friend class MutexLock;
  friend class ConditionVariable;

  std::mutex mutex_;
};

// Holds the mutex to the end of its scope.
class SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) ACQUIRE(mutex) : lock_(mutex.mutex_) {}
  ~MutexLock() RELEASE() = default;
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  const std::lock_guard<std::mutex> lock_;
};

class ConditionVariable {
 public:
  // Gives the mutex back while it waits, and may return without a notification: ask in a loop, not in a
  // lambda, which the analysis would take for a function without the lock.
  void wait(Mutex& mutex) REQUIRES(mutex) {
    std::unique_lock<std::mutex> lock(mutex.mutex_, std::adopt_lock);
    condition_.wait(lock);
    lock.release();
  }
  // The same, and for so long at most.
  template <typename Duration>
  void wait_for(Mutex& mutex, Duration time) REQUIRES(mutex) {
    std::unique_lock<std::mutex> lock(mutex.mutex_, std::adopt_lock);
    condition_.wait_for(lock, time);
    lock.release();
  }
  void notify_one() { condition_.notify_one(); }
  void notify_all() { condition_.notify_all(); }

 private:
  std::condition_variable condition_;
};

}  // namespace signpost
