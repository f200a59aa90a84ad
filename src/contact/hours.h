// hours.h - whether a channel is within its hours at an instant, and when that changes.
// Tested by tests/unit/contact/hours_test.cc, against Python's zoneinfo.
#pragma once

#include <cstdint>
#include <optional>

#include "content/contact_settings.h"

namespace signpost {

struct Opening {
  bool open = false;
  bool holiday = false;  // closed, and the clocks of the zone show a day that is one
  // Seconds since 1970: when it closes, or opens next. nullopt: not within kMostDaysAhead days.
  std::optional<int64_t> changes = {};
  bool operator==(const Opening&) const = default;
};

inline constexpr int kMostDaysAhead = 400;

// By the channel's hours, zone and holidays alone; whether anybody is present is another matter.
// Hours belong to the day on which they begin: on a holiday none begin, and those of the evening before go on
// past its midnight. What meets or overlaps counts as one. A channel without hours is open all day, every day
// but holidays.
// A time at which hours begin or end is an instant by RFC 5545, 3.3.5. Where clocks are put back and show it
// twice, it is the first. Where they are put forward past it, it is what they would have shown without that:
// 02:30 is the instant at which they show 03:30. So 01:00-02:30 stays an hour and a half long on either day,
// and what would end before it begins does not take place.
Opening opening_at(const Channel& channel, int64_t now);

}  // namespace signpost
