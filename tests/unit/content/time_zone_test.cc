#include "content/time_zone.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

TEST(TimeZone, IsNamedByItsPlaceOrItsDifference) {
  const struct {
    const char* zone;
    const char* time;
    const char* want;  // RFC 3339; "" where there is no such zone
  } cases[] = {
      {"UTC", "2026-11-29 14:05", "2026-11-29T14:05:00Z"},
      {"+09:00", "2026-11-29 14:05", "2026-11-29T14:05:00+09:00"},
      {"-0330", "2026-11-29 14:05", "2026-11-29T14:05:00-03:30"},
      {"Asia/Seoul", "2026-11-29 14:05", "2026-11-29T14:05:00+09:00"},
      {"Europe/Berlin", "2026-07-01 14:05", "2026-07-01T14:05:00+02:00"},
      {"Europe/Berlin", "2026-11-29 14:05", "2026-11-29T14:05:00+01:00"},
      {"Etc/UTC", "2026-11-29 14:05", "2026-11-29T14:05:00Z"},
      {"Asia/Nowhere", "", ""},
      {"KST", "", ""},
      {"+9 hours", "", ""},
      {"", "", ""},
  };
  for (const auto& one : cases) {
    const auto zone = find_time_zone(one.zone);
    ASSERT_EQ(zone.has_value(), *one.want != '\0') << one.zone;
    if (zone) {
      EXPECT_EQ(to_rfc3339(*parse_zoned_time(one.time, *zone)), one.want) << one.zone;
    }
  }
}

}  // namespace
}  // namespace signpost
