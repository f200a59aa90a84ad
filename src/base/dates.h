// dates.h - days and times of the calendar, always in UTC: as people write them, as numbers, and now.
// Tested by tests/unit/base/dates_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// ISO 8601 day ("2024-02-29") of "2024-02-29", "2024-2-29T10:00:00Z", "2024/02/29", "02/29/2024" (month
// first), "February 29, 2024" or "29 Feb 2024"; nullopt when it is not a day of the calendar.
std::optional<std::string> parse_date(std::string_view text);

// Days since 1970-01-01 of an ISO 8601 day, 0 when it is none (or before 1970); and back, "" for 0.
uint32_t parse_day(std::string_view iso_day);
std::string format_day(uint32_t day);

// "2026-11-22T13:05:01Z" of seconds since 1970; and back, nullopt when it is none.
std::string format_time(int64_t seconds);
std::optional<int64_t> parse_time(std::string_view iso8601);

// Seconds since 1970 of a day as parse_date() reads it, with a time of day behind it or not, in whatever zone
// it names ("2024-02-29T10:00:00+09:00", "2024-02-29 10:00"); without one, in UTC. nullopt when it is none.
std::optional<int64_t> parse_moment(std::string_view text);

inline constexpr int64_t kSecondsOfDay = 86400;

// What the clock says: seconds and days since 1970.
int64_t seconds_of_clock();
uint32_t day_of_clock();

}  // namespace signpost
