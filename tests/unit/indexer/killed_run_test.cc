// killed_run_test.cc - a run that is killed at any moment never leaves a broken index behind, nor a lock.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <sstream>
#include <thread>

#include "index/generation.h"
#include "indexer/indexing_run.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr int kKills = 12;
constexpr unsigned kSeed = 20260101;

int run(const IndexOptions& options) {
  std::ostringstream out;
  return run_index(options, out, out);
}

// A run in a process of its own, killed after `delay`; true when it had ended before.
bool run_and_kill(const IndexOptions& options, std::chrono::microseconds delay) {
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 99;
    try {
      code = run(options);
    } catch (...) {
    }
    ::_exit(code);
  }
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status);
}

TEST(KilledRunTest, ThePublishedIndexIsAlwaysWhole) {
  const TemporaryFolder folder;
  for (int i = 0; i < 300; ++i) {
    folder.write("source/a" + std::to_string(i) + ".md",
                 "# Article " + std::to_string(i) + "\n\n![x](pic.png)\n\n" + std::string(2000, 'w') + "\n");
  }
  folder.write("source/pic.png", std::string(100'000, 'p'));
  IndexOptions options;
  options.source = folder.path("source");
  options.output = folder.path("index");
  // A run that renders everything, and one that goes on from it.
  std::uniform_int_distribution<int64_t> moments[2];
  for (const bool full : {true, false}) {
    options.full = full;
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(run(options), kExitClean);
    const auto whole =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    moments[full] = std::uniform_int_distribution<int64_t>(0, whole.count() * 11 / 10);
  }
  std::mt19937 random(kSeed);
  int ended = 0;
  for (int i = 0; i < kKills; ++i) {
    options.full = i % 2 == 0;
    const std::chrono::microseconds delay(moments[options.full](random));
    SCOPED_TRACE("killed after " + std::to_string(delay.count()) + " us, seed " + std::to_string(kSeed));
    ended += run_and_kill(options, delay);
    const auto current = current_generation(options.output);
    ASSERT_TRUE(current.has_value());
    EXPECT_EQ(verify_generation(*current).documents, 300u);
    for (const std::string& name : list_generations(options.output)) {
      EXPECT_NO_THROW(verify_generation(options.output + "/generations/" + name));
    }
  }
  EXPECT_LT(ended, kKills) << "no run was killed at all";
  // The next run finds no lock, and removes what the killed ones left.
  EXPECT_EQ(run(options), kExitClean);
  const fs::directory_iterator left(options.output + "/generations");
  EXPECT_LE(std::distance(begin(left), end(left)), 3);
  EXPECT_NO_THROW(verify_generation(*current_generation(options.output)));
}

}  // namespace
}  // namespace signpost
