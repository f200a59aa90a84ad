// outcome_table_test.cc - three figures of each day and language, never one of another.
#include "store/outcome_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "data_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kOutcomeNow = 1'796'000'000;  // 2026-11-30

std::vector<std::string> outcome_lines(SqliteDatabase& database) {
  std::vector<std::string> lines;
  each_outcome_day(database, [&](const OutcomeDay& day) {
    lines.push_back(day.day + " " + day.lang + " " + std::to_string(day.solved) + " " +
                    std::to_string(day.left) + " " + std::to_string(day.sent));
  });
  return lines;
}

TEST(OutcomeTable, AddsUpEachByItself) {
  const DataFolder folder("signpost-outcomes");
  SqliteDatabase database = folder.open();
  EXPECT_THAT(outcome_lines(database), IsEmpty());
  add_outcomes(database, {{"2026-11-30", "ko", Outcome::sent, 1},
                          {"2026-11-30", "en", Outcome::left, 3},
                          {"2026-11-30", "en", Outcome::solved, 2},
                          {"2026-11-29", "en", Outcome::solved, 7}});
  add_outcomes(database, {{"2026-11-30", "en", Outcome::solved, 1}});
  EXPECT_THAT(outcome_lines(database),
              ElementsAre("2026-11-29 en 7 0 0", "2026-11-30 en 3 3 0", "2026-11-30 ko 0 0 1"));
}

TEST(OutcomeTable, GivesSomeDaysOfALanguage) {
  const DataFolder folder("signpost-outcomes");
  SqliteDatabase database = folder.open();
  add_outcomes(database, {{"2026-11-28", "en", Outcome::solved, 1},
                          {"2026-11-29", "ko", Outcome::solved, 2},
                          {"2026-11-29", "en", Outcome::solved, 3},
                          {"2026-11-30", "en", Outcome::solved, 4},
                          {"2026-12-01", "en", Outcome::solved, 5}});
  const auto solved = [&](const std::string& lang) {
    std::vector<int64_t> numbers;
    each_outcome_day(database, "2026-11-29", "2026-11-30", lang,
                     [&](const OutcomeDay& day) { numbers.push_back(day.solved); });
    return numbers;
  };
  EXPECT_THAT(solved(""), ElementsAre(3, 2, 4));
  EXPECT_THAT(solved("en"), ElementsAre(3, 4));
  EXPECT_THAT(solved("ja"), IsEmpty());
}

TEST(OutcomeTable, NamesAreThereAndBack) {
  for (const Outcome outcome : kOutcomes) EXPECT_EQ(outcome_named(name_of(outcome)), outcome);
  EXPECT_EQ(outcome_named("opened"), std::nullopt);
}

TEST(OutcomeCounter, CountsOfManyThreadsAreTakenOnce) {
  OutcomeCounter counter;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 100; ++n) counter.add(Outcome::left, "en", kOutcomeNow);
    });
  }
  for (std::thread& thread : threads) thread.join();
  counter.add(Outcome::sent, "en", kOutcomeNow);
  const auto taken = counter.take();
  EXPECT_THAT(taken, ElementsAre(OutcomeCount{"2026-11-30", "en", Outcome::left, 400},
                                 OutcomeCount{"2026-11-30", "en", Outcome::sent, 1}));
  EXPECT_THAT(counter.take(), IsEmpty());
}

}  // namespace
}  // namespace signpost
