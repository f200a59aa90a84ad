#include "base/zoned_time.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

int seoul(int64_t) { return 9 * 60; }

struct TimeCase {
  const char* text;
  const char* want;  // RFC 3339; "" for no time
};

TEST(ZonedTime, ReadsWhatPeopleAndProgramsWrite) {
  const TimeCase cases[] = {
      {"2026-11-29 14:05", "2026-11-29T14:05:00+09:00"},
      {"2026-11-29T14:05:09", "2026-11-29T14:05:09+09:00"},
      {"  2026-11-29 14:05  ", "2026-11-29T14:05:00+09:00"},
      {"2026-11-29 14:05 UTC", "2026-11-29T14:05:00Z"},
      {"2026-11-29 14:05Z", "2026-11-29T14:05:00Z"},
      {"2026-11-29T14:05:00Z", "2026-11-29T14:05:00Z"},
      {"2026-11-29t14:05:00z", "2026-11-29T14:05:00Z"},
      {"2026-11-29T14:05:00+02:00", "2026-11-29T14:05:00+02:00"},
      {"2026-11-29 14:05 -0330", "2026-11-29T14:05:00-03:30"},
      {"2026-11-29 14:05+09", "2026-11-29T14:05:00+09:00"},
      {"2026-11-29 14:05 UTC+9", "2026-11-29T14:05:00+09:00"},
      {"2026-11-29 14:05 UTC-3:30", "2026-11-29T14:05:00-03:30"},
      {"2026-11-29 14:05 +9", ""},
      {"2024-02-29 00:00", "2024-02-29T00:00:00+09:00"},
      {"2023-02-29 00:00", ""},
      {"2026-11-29", ""},
      {"2026-11-29 24:00", ""},
      {"2026-11-29 14:60", ""},
      {"2026-11-29 4:05", ""},
      {"2026-11-29 14:055", ""},
      {"2026-11-29 14:05 KST", ""},
      {"2026-11-29 14:05 UTC1", ""},
      {"2026-11-29 14:05 +25:00", ""},
      {"2026-11-29 14:05 +09:", ""},
      {"29.11.2026 14:05", ""},
      {"1969-12-31 14:05", ""},
      {"", ""},
  };
  for (const TimeCase& one : cases) {
    const auto time = parse_zoned_time(one.text, seoul);
    EXPECT_EQ(time ? to_rfc3339(*time) : "", one.want) << one.text;
    if (time) {
      EXPECT_EQ(parse_zoned_time(to_rfc3339(*time), seoul), time) << one.text;
    }
  }
  EXPECT_EQ(parse_zoned_time("2026-11-29 14:05", seoul)->seconds,
            parse_zoned_time("2026-11-29T05:05:00Z", seoul)->seconds);
}

TEST(ZonedTime, LeavesWhatStandsBehindTheTime) {
  const TimeCase cases[] = {
      {"2026-11-29 14:05 UTC - Identified", " - Identified"},
      {"2026-11-29 14:05 - Identified", " - Identified"},
      {"2026-11-29 14:05 UTC -Identified", " -Identified"},
      {"2026-11-29 14:05: Identified", ": Identified"},
      {"2026-11-29 14:05 Identified", " Identified"},
      {"Identified", "Identified"},
  };
  for (const TimeCase& one : cases) {
    std::string_view text = one.text;
    take_time(text, seoul);
    EXPECT_EQ(text, one.want) << one.text;
  }
}

TEST(ZonedTime, ShowsTheClockOfItsZone) {
  const auto shown = [](const char* text) {
    const ClockTime clock = clock_time(*parse_zoned_time(text, seoul));
    return clock.day + " " + clock.time + " " + clock.zone;
  };
  EXPECT_EQ(shown("2026-11-29 23:05 UTC"), "2026-11-29 23:05 UTC");
  EXPECT_EQ(shown("2026-11-29 01:05"), "2026-11-29 01:05 UTC+9");
  EXPECT_EQ(shown("2026-11-29 23:05 -03:30"), "2026-11-29 23:05 UTC-3:30");
  EXPECT_EQ(shown("2026-11-29 23:05 +00:05"), "2026-11-29 23:05 UTC+0:05");
}

}  // namespace
}  // namespace signpost
