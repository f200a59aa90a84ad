// worker_pool_test.cc - jobs in processes: results, limits, blame, and going on after every kind of death.
#include "indexer/worker_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <stdexcept>
#include <thread>

namespace signpost {
namespace {

using ::testing::HasSubstr;

// Runs jobs 0..count-1 to the end.
std::map<uint32_t, JobResult> run_all(WorkerPool& pool, uint32_t count, uint32_t mode = 0) {
  std::map<uint32_t, JobResult> all;
  uint32_t next = 0;
  while (all.size() < count) {
    while (next < count && pool.has_room()) pool.submit({next++, mode});
    std::vector<pollfd> fds;
    pool.add_poll(fds);
    ::poll(fds.data(), fds.size(), 20);
    std::vector<JobResult> results;
    pool.collect(results);
    for (JobResult& result : results) {
      const bool fresh = all.emplace(result.job.number, result).second;
      EXPECT_TRUE(fresh) << "job " << result.job.number << " was answered twice";
    }
  }
  EXPECT_EQ(pool.in_flight(), 0u);
  return all;
}

void spin() {
  volatile bool for_ever = true;
  while (for_ever) {
  }
}

WorkerLimits short_limits() {
  WorkerLimits limits = default_worker_limits();
  limits.cpu_seconds = 0.3;
  limits.wall_seconds = 60;
  limits.output_bytes = 4 << 20;
  if (limits.memory_bytes > 0) limits.memory_bytes = size_t{256} << 20;
  return limits;
}

TEST(WorkerPoolTest, EveryJobIsAnsweredWithWhatTheWorkReturned) {
  for (const size_t workers : {1, 2, 5}) {
    WorkerPool pool(
        workers, [](const Job& job) { return std::string(job.number % 3000, char('a' + job.mode)); },
        short_limits());
    const auto results = run_all(pool, 5000, 2);
    for (const auto& [number, result] : results) {
      ASSERT_TRUE(result.ok) << result.bytes;
      ASSERT_EQ(result.bytes, std::string(number % 3000, 'c'));
      ASSERT_EQ(result.job.mode, 2u);
    }
    pool.finish();
    EXPECT_GT(pool.peak_memory(), 0u);
  }
}

TEST(WorkerPoolTest, LargeResultsPassWhole) {
  WorkerPool pool(
      2, [](const Job& job) { return std::string(3'000'000 + job.number, 'x'); }, short_limits());
  for (const auto& [number, result] : run_all(pool, 40)) {
    ASSERT_TRUE(result.ok) << result.bytes;
    ASSERT_EQ(result.bytes.size(), 3'000'000u + number);
  }
}

struct Failure {
  const char* name;
  std::function<std::string()> work;
  const char* want;  // part of the reason
};

TEST(WorkerPoolTest, AFailureIsBlamedOnItsJobAndNoOther) {
  std::vector<Failure> failures = {
      {"throws", []() -> std::string { throw std::runtime_error("no such luck"); }, "no such luck"},
      {"aborts", []() -> std::string { ::abort(); }, "signal 6"},
      {"is killed",
       []() -> std::string {
         ::raise(SIGKILL);
         return "";
       },
       "signal 9"},
      {"exits", []() -> std::string { ::_exit(7); }, "exit status 7"},
      {"exits well", []() -> std::string { ::_exit(0); }, "exit status 0"},
      {"runs for ever",
       []() -> std::string {
         spin();
         return "";
       },
       "more than 0.3 s of processor time"},
      {"sleeps for ever",
       []() -> std::string {
         for (;;) ::pause();
       },
       "more than 1 s"},
      {"writes too much", []() { return std::string(5 << 20, 'x'); }, "larger than 4 MB"},
  };
  if (short_limits().memory_bytes > 0) {
    failures.push_back({"eats memory", []() { return std::string(size_t{300} << 20, 'x').substr(0, 1); },
                        "more than 256 MB of memory"});
  }
  for (const Failure& failure : failures) {
    SCOPED_TRACE(failure.name);
    constexpr uint32_t kBad = 77;
    WorkerLimits limits = short_limits();
    // Short only where it is what ends the job: on a busy machine a second can pass without any work done.
    if (std::string(failure.want) == "more than 1 s") limits.wall_seconds = 1;
    WorkerPool pool(
        2, [&](const Job& job) { return job.number == kBad ? failure.work() : std::to_string(job.number); },
        limits);
    const auto results = run_all(pool, 200);
    ASSERT_EQ(results.size(), 200u);
    for (const auto& [number, result] : results) {
      EXPECT_EQ(result.ok, number != kBad) << number << ": " << result.bytes;
      EXPECT_EQ(result.bytes == std::to_string(number), number != kBad);
    }
    EXPECT_THAT(results.at(kBad).bytes, HasSubstr(failure.want));
  }
}

TEST(WorkerPoolTest, ManyFailingJobsDoNotStopIt) {
  WorkerPool pool(
      2,
      [](const Job& job) -> std::string {
        if (job.number % 3 == 0) ::abort();
        return "fine";
      },
      short_limits());
  const auto results = run_all(pool, 90);
  for (const auto& [number, result] : results) EXPECT_EQ(result.ok, number % 3 != 0) << number;
}

TEST(WorkerPoolTest, AWorkerKilledFromOutsideLosesNothing) {
  const pid_t parent = ::getpid();
  WorkerPool pool(
      1,
      [&](const Job& job) {
        EXPECT_NE(::getpid(), parent);
        return std::to_string(::getpid()) + (job.number == 0 ? " first" : " later");
      },
      short_limits());
  const auto first = run_all(pool, 1);
  ::kill(std::stoi(first.at(0).bytes), SIGKILL);
  const auto rest = run_all(pool, 20);
  for (const auto& [number, result] : rest) EXPECT_TRUE(result.ok) << number << ": " << result.bytes;
}

TEST(WorkerPoolTest, TheProcessorTimeIsForEachJobNotForTheRun) {
  WorkerPool pool(
      1,
      [](const Job&) {
        const clock_t start = ::clock();
        while (::clock() - start < CLOCKS_PER_SEC / 10) {
        }
        return std::string("done");
      },
      short_limits());
  for (const auto& [number, result] : run_all(pool, 8))
    EXPECT_TRUE(result.ok) << number << ": " << result.bytes;
}

TEST(WorkerPoolTest, NoWorkerOutlivesThePool) {
  std::string pid;
  {
    WorkerPool pool(
        1, [](const Job&) { return std::to_string(::getpid()); }, short_limits());
    pid = run_all(pool, 1).at(0).bytes;
  }
  EXPECT_NE(::kill(std::stoi(pid), 0), 0);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child was left";
}

}  // namespace
}  // namespace signpost
