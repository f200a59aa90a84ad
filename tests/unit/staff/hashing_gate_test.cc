#include "staff/hashing_gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace signpost {
namespace {

TEST(HashingGate, LetsSoManyInAndSoManyWait) {
  HashingGate gate(1, 1);
  std::optional<HashingGate::Pass> within = gate.enter();
  ASSERT_TRUE(within);
  std::atomic<int> entered = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> others;
  for (int i = 0; i < 3; ++i) others.emplace_back([&] { ++(gate.enter() ? entered : refused); });
  while (refused < 2) std::this_thread::yield();
  EXPECT_EQ(entered, 0) << "one waits as long as somebody is within";
  within.reset();
  for (std::thread& one : others) one.join();
  EXPECT_EQ(entered, 1);
  EXPECT_EQ(refused, 2);
  EXPECT_TRUE(gate.enter()) << "all have left";
}

TEST(HashingGate, NeverHasMoreWithin) {
  HashingGate gate(2, 100);
  std::atomic<int> within = 0;
  std::atomic<int> most = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) {
        const auto pass = gate.enter();
        const int now = ++within;
        int seen = most;
        while (now > seen && !most.compare_exchange_weak(seen, now)) {
        }
        std::this_thread::yield();
        --within;
      }
    });
  }
  for (std::thread& one : threads) one.join();
  EXPECT_LE(most, 2);
  EXPECT_GE(most, 1);
}

}  // namespace
}  // namespace signpost
