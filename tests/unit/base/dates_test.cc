#include "base/dates.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Dates, ReadsWhatPeopleWrite) {
  struct Case {
    const char* in;
    const char* want;  // "" for no date
  };
  const Case cases[] = {
      {"2024-02-29", "2024-02-29"},
      {"2024-2-9", "2024-02-09"},
      {"2024-02-29T23:10:00+09:00", "2024-02-29"},
      {"2024-02-29 10:00:00", "2024-02-29"},
      {"2024/02/29", "2024-02-29"},
      {"12/17/2023", "2023-12-17"},
      {"1/2/2023", "2023-01-02"},
      {"February 29, 2024", "2024-02-29"},
      {"Feb 29 2024", "2024-02-29"},
      {"29 Feb 2024", "2024-02-29"},
      {"2023-02-29", ""},  // no leap year
      {"1900-02-29", ""},
      {"2000-02-29", "2000-02-29"},
      {"2024-13-01", ""},
      {"2024-00-10", ""},
      {"17/12/2023", ""},  // day first is not guessed
      {"", ""},
      {"yesterday", ""},
      {"2024", ""},
      {"20240229", ""},
      {"-2024-02-29", ""},
      {"99999999999999999999-01-01", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(parse_date(c.in).value_or(""), c.want) << c.in;
}

TEST(Dates, DaysAreNumbersAndBack) {
  EXPECT_EQ(parse_day("1970-01-02"), 1u);
  EXPECT_EQ(parse_day("2026-11-22"), 20779u);
  for (const char* text : {"", "1969-12-31", "2026-02-30", "soon"}) EXPECT_EQ(parse_day(text), 0u) << text;
  EXPECT_EQ(format_day(20779), "2026-11-22");
  EXPECT_EQ(format_day(0), "");
  EXPECT_EQ(format_day(parse_day("2024-02-29")), "2024-02-29");
}

TEST(Dates, MomentsHaveAZoneOrNone) {
  const struct {
    const char* in;
    const char* want;
  } cases[] = {
      {"2024-02-29", "2024-02-29T00:00:00Z"},
      {"2024-02-29T10:00:00Z", "2024-02-29T10:00:00Z"},
      {"2024-02-29T10:00:05+09:00", "2024-02-29T01:00:05Z"},
      {"2024-02-29 10:00:00 -0130", "2024-02-29T11:30:00Z"},
      {"2024-02-29 9:30", "2024-02-29T09:30:00Z"},
      {"2024-02-29T10:00:00.123+02", "2024-02-29T08:00:00Z"},
      {"29 Feb 2024 10:00", "2024-02-29T10:00:00Z"},
      {"9999-12-31", "9999-12-31T00:00:00Z"},
      {"2024-02-29T10:99", ""},
      {"2024-02-30", ""},
      {"soon", ""},
      {"10:00", ""},
  };
  for (const auto& c : cases) {
    const auto time = parse_moment(c.in);
    EXPECT_EQ(time ? format_time(*time) : "", c.want) << c.in;
  }
}

TEST(Dates, TimesAreNumbersAndBack) {
  EXPECT_EQ(format_time(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(format_time(1700000000), "2023-11-14T22:13:20Z");
  EXPECT_EQ(parse_time("2023-11-14T22:13:20Z"), 1700000000);
  for (const char* text : {"", "2023-11-14", "2023-11-14T22:13:20", "2023-11-14T22:13:20Z ", "x"})
    EXPECT_EQ(parse_time(text), std::nullopt) << text;
  EXPECT_EQ(format_day(day_of_clock()), format_time(seconds_of_clock()).substr(0, 10));
}

}  // namespace
}  // namespace signpost
