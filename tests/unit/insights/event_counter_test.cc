#include "insights/event_counter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "data_folder.h"
#include "store/event_file.h"
#include "store/insight_table.h"
#include "store/maintenance.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr uint32_t kCountedDay = 20'000;

class EventCounterTest : public ::testing::Test {
 protected:
  const DataFolder folder_{"signpost-event-counter"};
  std::vector<std::string> warnings_;
  EventCounterOptions options_{.dir = folder_.path(),
                               .most_of_address = 0,
                               .clock = [] { return int64_t{kCountedDay} * 86'400 + 100; },
                               .warn = [this](const std::string& message) { warnings_.push_back(message); }};

  static NoticedPointer search(const std::string& text) {
    auto noticed = std::make_shared<Noticed>();
    noticed->lang = "en";
    noticed->text = text;
    noticed->hits = 1;
    return noticed;
  }
  std::map<std::string, int64_t> day() {
    std::map<std::string, int64_t> counts;
    auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
    each_day_count(*events, kCountedDay, kCountedDay, "",
                   [&](const DayCount& count) { counts[count.what] = count.number; });
    return counts;
  }
};

TEST_F(EventCounterTest, MakesNoFileForNothing) {
  EventCounter counter(options_);
  counter.use({});
  counter.write();
  EXPECT_FALSE(fs::exists(event_file_path(folder_.path())));
}

TEST_F(EventCounterTest, CountsNothingWhereItIsOff) {
  EventCounter counter(options_);
  counter.notice(search("refund"), "192.0.2.1", "Browser", "");
  counter.use({.on = false});
  counter.notice(search("refund"), "192.0.2.1", "Browser", "");
  counter.leave_out("en");
  counter.write();
  EXPECT_FALSE(fs::exists(event_file_path(folder_.path())));
}

TEST_F(EventCounterTest, CountsFromManyThreads) {
  EventCounter counter(options_);
  counter.use({});
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&counter, thread] {
      for (int i = 0; i < 500; ++i)
        counter.notice(search("refund"), "192.0.2." + std::to_string(thread), std::to_string(i), "");
      counter.leave_out("en");
    });
  }
  for (int i = 0; i < 20; ++i) counter.write();
  for (std::thread& thread : threads) thread.join();
  counter.write();
  EXPECT_EQ(day()["searches"], 2000);
  EXPECT_EQ(day()["visits"], 2000);
  EXPECT_EQ(day()["not_counted"], 4);
  EXPECT_EQ(counter.counts().counted, 2000u);
}

TEST_F(EventCounterTest, DropsWhatComesTooFastAndSaysSo) {
  options_.most_waiting = 10;
  EventCounter counter(options_);
  counter.use({});
  for (int i = 0; i < 25; ++i) counter.notice(search("q" + std::to_string(i)), "192.0.2.1", "Browser", "");
  counter.write();
  EXPECT_EQ(day()["searches"], 10);
  EXPECT_EQ(day()["dropped"], 15);
}

TEST_F(EventCounterTest, TakesOnlySoManyOfOneAddress) {
  options_.most_of_address = 1;
  EventCounter counter(options_);
  counter.use({});
  for (int i = 0; i < 1000; ++i) counter.notice(search("refund"), "192.0.2.1", std::to_string(i), "");
  counter.notice(search("refund"), "192.0.2.2", "Browser", "");
  counter.write();
  EXPECT_LE(day()["searches"], 70);
  EXPECT_GE(day()["searches"], 60);
}

TEST_F(EventCounterTest, ShowsWhatItCountedAtOnce) {
  EventCounter counter(options_);
  counter.use({});
  for (int i = 0; i < 5; ++i) counter.notice(search("refund"), "192.0.2.1", std::to_string(i), "");
  counter.write();
  auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
  EXPECT_EQ(leading_queries(*events, 7, "en", QueryOrder::searches, 10).lines.size(), 1u);
}

TEST_F(EventCounterTest, LeavesNoAddressAndNoAgentInAnyFile) {
  EventCounter counter(options_);
  counter.use({});
  for (int i = 0; i < 1000; ++i) {
    counter.notice(search("refund"), "203.0.113." + std::to_string(i % 250),
                   "Mozilla/5.0 (Agent " + std::to_string(i) + ")", "");
    if (i % 100 == 0) counter.write();
  }
  counter.write();
  EXPECT_EQ(day()["visits"], 1000);
  EXPECT_TRUE(folder_has(folder_.path(), "refund"));
  for (const char* text : {"203.0.113", "mozilla", "agent 7"}) EXPECT_FALSE(folder_has(folder_.path(), text));
}

// Whoever has the file, an address and its agent, and this program, can make no sum that is in the file:
// there is none, and what they make of them is different in every process.
TEST_F(EventCounterTest, LeavesNoSumOfAVisitInAnyFile) {
  VisitSums sums;
  {
    EventCounter counter(options_);
    counter.use({});
    counter.notice(search("refund"), "203.0.113.7", "Browser", "");
    counter.write();
    sums = VisitKeys().sums("203.0.113.7", "Browser");
  }
  auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
  EXPECT_EQ(events->number("SELECT count(*) FROM searches WHERE visit = 1"), 1);
  SqliteStatement found(*events, "SELECT count(*) FROM searches WHERE visit IN (?, ?)");
  found.bind_number(1, static_cast<int64_t>(sums.now)).bind_number(2, static_cast<int64_t>(sums.before));
  EXPECT_TRUE(found.step());
  EXPECT_EQ(found.number(0), 0);
}

TEST_F(EventCounterTest, GoesOnWhenTheFileCanBeWrittenAgain) {
  EventCounter counter(options_);
  counter.use({});
  fs::create_directories(event_file_path(folder_.path()));  // a folder in its place
  counter.notice(search("lost"), "192.0.2.1", "Browser", "");
  counter.write();
  counter.write();
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr(event_file_path(folder_.path()))));
  fs::remove_all(event_file_path(folder_.path()));
  counter.notice(search("kept"), "192.0.2.1", "Browser", "");
  counter.write();
  EXPECT_EQ(day()["searches"], 1);
  EXPECT_EQ(day()["dropped"], 1);
}

TEST_F(EventCounterTest, CountsNothingIntoAFileThatIsFull) {
  options_.most_bytes = 1;
  EventCounter counter(options_);
  counter.use({});
  counter.notice(search("first"), "192.0.2.1", "Browser", "");
  counter.write();
  counter.notice(search("second"), "192.0.2.1", "Browser", "");
  counter.write();
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("as many bytes in use as it may")));
  EXPECT_EQ(day()["searches"], 1);
}

}  // namespace
}  // namespace signpost
