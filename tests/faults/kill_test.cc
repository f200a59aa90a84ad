// kill_test.cc - kill -9 at any moment: no published document is lost, no broken index stays, no lock is
// left.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include "tests/faults/client_threads.h"
#include "tests/faults/help_source.h"
#include "tests/faults/program.h"

namespace signpost::testing {
namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

constexpr unsigned kSeed = 20260101;

microseconds random_time(std::mt19937& random, microseconds longest) {
  return microseconds(std::uniform_int_distribution<int64_t>(0, longest.count())(random));
}

class KillTest : public ::testing::Test {
 protected:
  // A run without a kill, and how long it took.
  microseconds index_all(const std::vector<std::string>& more = {}) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::string> arguments = {"--source", source_.path(), "--output", index_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    Program run("signpost-index", arguments);
    EXPECT_EQ(run.wait(), 0) << run.output();
    EXPECT_EQ(verified_documents(index_), source_.size());
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);
  }

  TemporaryFolder folder_;
  HelpSource source_{folder_};
  std::string index_ = folder_.path("index");
  std::mt19937 random_{kSeed};
};

TEST_F(KillTest, AnIndexRun) {
  index_all();
  const microseconds full_run = index_all({"--full"});
  source_.edit(random_);
  const microseconds short_run = index_all();
  int killed = 0;
  for (int round = 0; round < fault_rounds(); ++round) {
    const uint64_t before = verified_documents(index_);
    source_.edit(random_);
    std::vector<std::string> arguments = {"--source", source_.path(), "--output", index_};
    if (round % 2 == 0) arguments.push_back("--full");
    const microseconds delay = random_time(random_, (round % 2 == 0 ? full_run : short_run) * 11 / 10);
    SCOPED_TRACE("round " + std::to_string(round) + ", killed after " + std::to_string(delay.count()) +
                 " us");
    Program run("signpost-index", arguments);
    std::this_thread::sleep_for(delay);
    run.signal(SIGKILL);
    killed += run.wait() == -SIGKILL;
    const uint64_t now = verified_documents(index_);
    EXPECT_TRUE(now == before || now == source_.size()) << now;
  }
  EXPECT_GT(killed, 0) << "every run had ended before it was killed";
  index_all();
  const std::filesystem::directory_iterator left(index_ + "/generations");
  EXPECT_LE(std::distance(begin(left), end(left)), 3);
}

size_t in_both(const std::set<int>& a, const std::set<int>& b) {
  return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&b](int i) { return b.count(i) != 0; }));
}
size_t in_either(const std::set<int>& a, const std::set<int>& b) {
  return a.size() + b.size() - in_both(a, b);
}
constexpr size_t kTransient = 1;  // an edit may take away what it brought

TEST_F(KillTest, AWatchingIndexer) {
  const microseconds whole = index_all();
  for (int round = 0; round < fault_rounds(); ++round) {
    const uint64_t before = verified_documents(index_);
    const std::set<int> at_start = source_.present();
    Program watch("signpost-index", {"--source", source_.path(), "--output", index_, "--watch"});
    std::this_thread::sleep_for(random_time(random_, whole));
    source_.edit(random_);
    // It waits a moment for further changes before it runs.
    const microseconds delay = random_time(random_, whole + 200ms);
    SCOPED_TRACE("round " + std::to_string(round) + ", killed after " + std::to_string(delay.count()) +
                 " us");
    std::this_thread::sleep_for(delay);
    watch.signal(SIGKILL);
    EXPECT_EQ(watch.wait(), -SIGKILL) << watch.output();
    const uint64_t now = verified_documents(index_);
    // A run may have listed the source in the middle of the edit: what lasted through it must be there.
    EXPECT_TRUE(now == before || (now >= in_both(at_start, source_.present()) &&
                                  now <= in_either(at_start, source_.present()) + kTransient))
        << now;
  }
  index_all();
}

// Asks for pages until it is told to stop; what comes back whole must be right.
class Load {
 public:
  explicit Load(int port) {
    for (int i = 0; i < 3; ++i) threads_.add([this, port] { return ask(port); });
  }
  int wrong() const { return wrong_; }
  int right() const { return right_; }

 private:
  bool ask(int port) {
    const Answer page = fetch(port, "/api/v1/search?q=edition");
    const bool fits = page.status == 200 && page.body.find("\"hits\"") != std::string::npos;
    if (page.status != 0) ++(fits ? right_ : wrong_);
    return true;
  }

  std::atomic<int> wrong_{0};
  std::atomic<int> right_{0};
  ClientThreads threads_;
};

TEST_F(KillTest, AServiceUnderLoadWhileAnotherGenerationComes) {
  const microseconds whole = index_all();
  int right = 0;
  for (int round = 0; round < fault_rounds(); ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    Service service(index_);
    ASSERT_TRUE(service.becomes_ready()) << service.program().output();
    const Load load(service.port());
    source_.edit(random_);
    Program run("signpost-index", {"--source", source_.path(), "--output", index_});
    std::this_thread::sleep_for(random_time(random_, whole + 300ms));
    service.program().signal(SIGKILL);
    EXPECT_EQ(service.program().wait(), -SIGKILL);
    EXPECT_EQ(run.wait(), 0) << run.output();
    EXPECT_EQ(load.wrong(), 0);
    right += load.right();
    EXPECT_EQ(verified_documents(index_), source_.size());
  }
  EXPECT_GT(right, 0);
}

}  // namespace
}  // namespace signpost::testing
