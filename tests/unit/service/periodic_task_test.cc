#include "service/periodic_task.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace signpost {
namespace {

TEST(PeriodicTask, IsDoneAgainAndAgainUntilItsEnd) {
  std::promise<void> third;
  std::atomic<int> times = 0;
  {
    PeriodicTask task(
        [&] {
          if (++times == 3) third.set_value();
        },
        std::chrono::milliseconds(1));
    EXPECT_EQ(times, 0);
    task.start();
    third.get_future().wait();
  }
  EXPECT_GE(times, 3);
}

TEST(PeriodicTask, EndsInTheMiddleOfItsPause) {
  std::promise<void> first;
  PeriodicTask task([&] { first.set_value(); }, std::chrono::hours(1));
  task.start();
  first.get_future().wait();
}

TEST(PeriodicTask, MayEndBeforeItBegan) {
  const PeriodicTask task([] { FAIL(); }, std::chrono::hours(1));
}

}  // namespace
}  // namespace signpost
