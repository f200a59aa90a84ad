// open_hours.h - when somebody is there in a week, as site.yaml writes it.
// Tested by tests/unit/content/open_hours_test.cc.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

inline constexpr int kMinutesOfDay = 24 * 60;

// Of one day of every week, by the clocks of the channel's zone.
struct OpenHours {
  uint8_t weekday = 0;  // 0: Monday .. 6: Sunday
  uint16_t from = 0;    // minutes of that day, 0..1439
  uint16_t to = 0;      // from+1..from+1439 or 1440; past 1440 on the next day
  auto operator<=>(const OpenHours&) const = default;
};

std::string_view weekday_name(int weekday);  // "mon" of 0

// "09:30" of minutes; of those past midnight the time on the next day, of 1440 "24:00".
std::string clock_of(int minutes);

// Days of "mon", "mon-fri", "fri-mon", "sat, sun" or "daily"; empty for anything else.
std::vector<int> parse_weekdays(std::string_view text);

// Minutes of "9:00-18:00" and, of one past midnight, 1320 and 1560 of "22:00-02:00"; nullopt for anything
// else.
std::optional<std::pair<int, int>> parse_interval(std::string_view text);

// What stands between commas, without space around it.
std::vector<std::string_view> between_commas(std::string_view text);

}  // namespace signpost
