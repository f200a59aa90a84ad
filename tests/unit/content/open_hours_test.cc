// open_hours_test.cc - days and times as people write them.
#include "content/open_hours.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAreArray;

TEST(OpenHours, DaysAreListedOrSpanned) {
  const struct {
    const char* text;
    std::vector<int> want;
  } kCases[] = {
      {"mon", {0}},
      {"Mon-Fri", {0, 1, 2, 3, 4}},
      {"sat, sun", {5, 6}},
      {"fri-mon", {4, 5, 6, 0}},
      {"mon-tue, sat", {0, 1, 5}},
      {"daily", {0, 1, 2, 3, 4, 5, 6}},
      {"sun-sun", {6}},
      {"monday", {}},
      {"mon-", {}},
      {"mon,", {}},
      {"", {}},
  };
  for (const auto& [text, want] : kCases) EXPECT_THAT(parse_weekdays(text), ElementsAreArray(want)) << text;
}

TEST(OpenHours, TimesGoFromOneToAnother) {
  using Interval = std::optional<std::pair<int, int>>;
  const struct {
    const char* text;
    Interval want;
  } kCases[] = {
      {"09:00-18:00", Interval({540, 1080})},
      {" 9:30 - 12:00 ", Interval({570, 720})},
      {"9:30–12:00", Interval({570, 720})},
      {"00:00-24:00", Interval({0, 1440})},
      {"22:00-02:00", Interval({1320, 1560})},
      {"22:00-00:00", Interval({1320, 1440})},
      {"09:00-09:00", std::nullopt},
      {"24:00-09:00", std::nullopt},
      {"09:00-24:30", std::nullopt},
      {"09:60-10:00", std::nullopt},
      {"9-18", std::nullopt},
      {"9:5-18:00", std::nullopt},
      {"09:00", std::nullopt},
      {"09:00-18:00 or so", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& [text, want] : kCases) EXPECT_EQ(parse_interval(text), want) << text;
}

TEST(OpenHours, ClocksShowTheNextDayFromMidnightOn) {
  EXPECT_EQ(clock_of(0), "00:00");
  EXPECT_EQ(clock_of(9 * 60 + 5), "09:05");
  EXPECT_EQ(clock_of(1440), "24:00");
  EXPECT_EQ(clock_of(1560), "02:00");
}

}  // namespace
}  // namespace signpost
