// zoned_time.h - a moment with the zone that it was written in, as people type it and as programs do.
// Tested by tests/unit/base/zoned_time_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

struct ZonedTime {
  int64_t seconds = 0;    // since 1970, UTC
  int minutes_ahead = 0;  // of UTC, where it was written
  bool operator==(const ZonedTime&) const = default;
};

// By how many minutes a zone is ahead of UTC at a time of its own clocks, given as if they showed UTC.
using ZoneOffset = std::function<int(int64_t local_seconds)>;

// "2026-11-29 14:05", with seconds or without, 'T' or a space before the time; behind it "Z", "UTC", "UTC+9",
// "+09:00", "+0900" or "+09", with a space before it or not, or nothing: then `zone` says what is meant.
// Reads from the front of `text` and takes off what it has read. nullopt, and nothing is taken off, where no
// such time of the calendar stands there.
std::optional<ZonedTime> take_time(std::string_view& text, const ZoneOffset& zone);
// The same where nothing else may stand in the text.
std::optional<ZonedTime> parse_zoned_time(std::string_view text, const ZoneOffset& zone);

// RFC 3339: "2026-11-29T14:05:00Z", "2026-11-29T23:05:00+09:00". parse_zoned_time() reads it back.
std::string to_rfc3339(const ZonedTime& time);

// What clocks show there: "2026-11-29", "14:05"; and the zone: "UTC", "UTC+9", "UTC-3:30".
struct ClockTime {
  std::string day;
  std::string time;
  std::string zone;
};
ClockTime clock_time(const ZonedTime& time);

}  // namespace signpost
