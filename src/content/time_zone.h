// time_zone.h - the zone that times without one are in, by what site.yaml calls it.
// Tested by tests/unit/content/time_zone_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "base/zoned_time.h"

namespace signpost {

// Of "UTC", "+09:00" or a name of the IANA time zone database ("Asia/Seoul", with its changes of the clocks);
// nullopt for anything else.
std::optional<ZoneOffset> find_time_zone(std::string_view name);

}  // namespace signpost
