// count_test.cc - the real service is killed while it counts what visitors look for: what lies in the file
// stays, the file is whole, and counting goes on.
#include <gtest/gtest.h>

#include <csignal>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "store/event_file.h"
#include "tests/faults/program.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost::testing {
namespace {

constexpr int kSearches = 20;  // of a round

class CountFaults : public ::testing::Test {
 protected:
  CountFaults() {
    folder_.write("source/a.md", "# Wombats\n\nText about wombats.\n");
    Program run("signpost-index", {"--source", folder_.path("source"), "--output", folder_.path("index")});
    EXPECT_EQ(run.wait(), 0) << run.output();
  }
  // By two ways, which must agree.
  int64_t counted() {
    auto events = open_existing_event_file(data_, std::chrono::seconds(10));
    if (!events) return 0;
    const int64_t rows = events->number("SELECT count(*) FROM searches");
    EXPECT_EQ(events->number("SELECT sum(searches) FROM query_days"), rows);
    EXPECT_EQ(events->number("SELECT sum(number) FROM day_counts WHERE what = 'searches'"), rows);
    return rows;
  }

  const TemporaryFolder folder_;
  const std::string data_ = folder_.path("data");
};

TEST_F(CountFaults, KillingTheServiceLosesNothingThatWasWritten) {
  std::mt19937 random(20261130);
  int64_t before = 0;
  for (int round = 0; round < fault_rounds(); ++round) {
    Service service(folder_.path("index"), {"--data", data_});
    ASSERT_TRUE(service.becomes_ready()) << service.program().output();
    const auto search = [&](int number) {
      // No query goes on where another ends.
      const std::string target =
          "/api/v1/search?q=wombats+" + std::to_string(number) + "+of+round+" + std::to_string(round);
      return fetch(service.port(), target).status;
    };
    for (int i = 0; i < kSearches; ++i) ASSERT_EQ(search(i), 200);
    ASSERT_TRUE(eventually([&] { return counted() >= before + kSearches; })) << counted();
    // More of which some are on their way when the process ends.
    for (int i = 0; i < kSearches; ++i) ASSERT_EQ(search(1000 + i), 200);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 1'500'000));
    service.program().signal(SIGKILL);
    service.program().wait();
    const int64_t after = counted();
    ASSERT_GE(after, before + kSearches) << "round " << round;
    ASSERT_LE(after, before + 2 * kSearches) << "round " << round;
    before = after;
  }
}

}  // namespace
}  // namespace signpost::testing
