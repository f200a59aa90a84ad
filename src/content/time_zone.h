// time_zone.h - the zones of the settings, by what site.yaml calls them.
// Tested by tests/unit/content/time_zone_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "base/zoned_time.h"

namespace signpost {

// The clocks of a zone; times of them are seconds as if they showed UTC.
struct ZoneClock {
  std::function<int64_t(int64_t instant)> shows;  // what they show at an instant (seconds since 1970)
  // The instant at which they show this. Of two, when clocks are put back, the first; of a time that is
  // skipped, when they are put forward, what they would have shown without that: so RFC 5545, 3.3.5.
  std::function<int64_t(int64_t local_seconds)> instant_of;
};

// Of "UTC", "+09:00" or a name of the IANA time zone database ("Asia/Seoul", with its changes of the clocks);
// nullopt for anything else.
std::optional<ZoneClock> find_zone_clock(std::string_view name);
// The same, for times that people write.
std::optional<ZoneOffset> find_time_zone(std::string_view name);

}  // namespace signpost
