// mutex_test.cc - one at a time, and waking who waits. What the compiler makes of the attributes is
// tests/layering/lock_discipline_test's.
#include "base/mutex.h"

#include <gtest/gtest.h>

#include <optional>
#include <thread>
#include <vector>

namespace signpost {
namespace {

constexpr int kThreads = 4;
constexpr int kRounds = 2'000;

class Counter {
 public:
  void add() {
    const MutexLock lock(mutex_);
    ++count_;
  }
  int count() {
    const MutexLock lock(mutex_);
    return count_;
  }

 private:
  Mutex mutex_;
  int count_ GUARDED_BY(mutex_) = 0;
};

TEST(MutexTest, IsHeldByOneAtATime) {
  Counter counter;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&counter] {
      for (int round = 0; round < kRounds; ++round) counter.add();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counter.count(), kThreads * kRounds);
}

// Room for one value: whoever puts waits for whoever takes, and the other way round.
class Slot {
 public:
  void put(int value) {
    const MutexLock lock(mutex_);
    while (value_) changed_.wait(mutex_);
    value_ = value;
    changed_.notify_all();
  }
  int take() {
    const MutexLock lock(mutex_);
    while (!value_) changed_.wait(mutex_);
    const int value = *value_;
    value_.reset();
    changed_.notify_all();
    return value;
  }

 private:
  Mutex mutex_;
  ConditionVariable changed_;
  std::optional<int> value_ GUARDED_BY(mutex_);
};

TEST(ConditionVariableTest, HandsOverInTurns) {
  Slot slot;
  std::thread giver([&slot] {
    for (int value = 0; value < kRounds; ++value) slot.put(value);
  });
  for (int value = 0; value < kRounds; ++value) EXPECT_EQ(slot.take(), value);
  giver.join();
}

// Holds the lock again after a wait, and gives it back once.
TEST(ConditionVariableTest, WakesOneOfThoseWhoWait) {
  Mutex mutex;
  ConditionVariable changed;
  int waiting = 0;
  int allowed = 0;
  int through = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      const MutexLock lock(mutex);
      ++waiting;
      while (allowed == 0) changed.wait(mutex);
      --allowed;
      ++through;
    });
  }
  for (int i = 0; i < kThreads; ++i) {
    const MutexLock lock(mutex);
    ++allowed;
    changed.notify_one();
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(waiting, kThreads);
  EXPECT_EQ(through, kThreads);
  EXPECT_EQ(allowed, 0);
}

}  // namespace
}  // namespace signpost
