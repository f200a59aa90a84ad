#include "content/time_zone.h"

#include <gtest/gtest.h>

#include <string>

#include "base/dates.h"

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

TEST(TimeZone, HasTwoInstantsOfATimeOrNoneWhereItsClocksChange) {
  const auto berlin = find_zone_clock("Europe/Berlin");
  ASSERT_TRUE(berlin);
  const struct {
    const char* local;
    const char* instant;
    const char* shown;
  } cases[] = {
      {"2026-03-29T01:59:00Z", "2026-03-29T00:59:00Z", "2026-03-29T01:59:00Z"},
      {"2026-03-29T02:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T03:30:00Z"},
      {"2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z"},
      {"2026-10-25T03:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z"},
  };
  for (const auto& [local, instant, shown] : cases) {
    EXPECT_EQ(format_time(berlin->instant_of(*parse_time(local))), instant) << local;
    EXPECT_EQ(format_time(berlin->shows(*parse_time(instant))), shown) << local;
  }
  EXPECT_EQ(find_zone_clock("-03:30")->shows(0), -12600);
}

}  // namespace
}  // namespace signpost
