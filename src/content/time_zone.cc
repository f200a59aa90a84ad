// time_zone.cc - see time_zone.h.
#include "content/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace signpost {
namespace {

constexpr double kMilliseconds = 1000;

ZoneClock fixed_clock(int64_t seconds_ahead) {
  return {[seconds_ahead](int64_t instant) { return instant + seconds_ahead; },
          [seconds_ahead](int64_t local) { return local - seconds_ahead; }};
}

ZoneClock clock_in(const std::shared_ptr<const icu::BasicTimeZone>& zone) {
  return {[zone](int64_t instant) {
            UErrorCode error = U_ZERO_ERROR;
            int32_t raw = 0;
            int32_t daylight = 0;
            zone->getOffset(static_cast<UDate>(instant) * kMilliseconds, false, raw, daylight, error);
            return instant + (raw + daylight) / 1000;
          },
          [zone](int64_t local) {
            UErrorCode error = U_ZERO_ERROR;
            int32_t raw = 0;
            int32_t daylight = 0;
            zone->getOffsetFromLocal(static_cast<UDate>(local) * kMilliseconds, UCAL_TZ_LOCAL_FORMER,
                                     UCAL_TZ_LOCAL_FORMER, raw, daylight, error);
            return local - (raw + daylight) / 1000;
          }};
}

}  // namespace

std::optional<ZoneClock> find_zone_clock(std::string_view name) {
  if (name == "UTC") return fixed_clock(0);
  if (name.starts_with('+') || name.starts_with('-')) {
    const auto time = parse_zoned_time("2000-01-01 00:00 " + std::string(name), [](int64_t) { return 0; });
    return time ? std::optional(fixed_clock(int64_t{time->minutes_ahead} * 60)) : std::nullopt;
  }
  // ICU knows abbreviations too, of which some mean several zones ("CST", "IST").
  if (name.find('/') == std::string_view::npos) return std::nullopt;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))));
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  std::shared_ptr<const icu::BasicTimeZone> basic(dynamic_cast<icu::BasicTimeZone*>(zone.get()));
  if (!basic) return std::nullopt;
  zone.release();
  return clock_in(basic);
}

std::optional<ZoneOffset> find_time_zone(std::string_view name) {
  const auto clock = find_zone_clock(name);
  if (!clock) return std::nullopt;
  return [clock = *clock](int64_t local) { return static_cast<int>((local - clock.instant_of(local)) / 60); };
}

}  // namespace signpost
