// holiday_calendar.h - the days of an iCalendar file (RFC 5545), as calendars of holidays have them.
// Tested by tests/unit/content/holiday_calendar_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

// Repetitions are written out up to the end of this year, so that the same file always gives the same days.
inline constexpr int kLastHolidayYear = 2060;
inline constexpr size_t kMaxHolidayEvents = 5000;  // of a file

// All days on which an event lies, as days since 1970, sorted, each once. Of an event it reads DTSTART,
// DTEND, DURATION, STATUS (what is cancelled does not count), RDATE, EXDATE and RRULE with FREQ=YEARLY, by
// the day of a month or by the nth weekday of one. An event that lasts no whole days or repeats in another
// way is an error at its line; with any error there is nullopt, since nobody may be told that a day is open
// which was not understood. A library (libical) was weighed and not taken: it names no lines, passes over
// what it doesn't know, and of what it can this is a small part.
std::optional<std::vector<uint32_t>> parse_holidays(std::string_view text, const std::string& path,
                                                    std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
