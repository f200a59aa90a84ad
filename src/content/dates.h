// dates.h - days as people write them in front matter.
// Tested by tests/unit/content/dates_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// ISO 8601 day ("2024-02-29") of "2024-02-29", "2024-2-29T10:00:00Z", "2024/02/29", "02/29/2024" (month
// first), "February 29, 2024" or "29 Feb 2024"; nullopt when it is no day of the calendar.
std::optional<std::string> parse_date(std::string_view text);

}  // namespace signpost
