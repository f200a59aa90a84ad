// time_zone.cc - see time_zone.h.
#include "content/time_zone.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace signpost {

std::optional<ZoneOffset> find_time_zone(std::string_view name) {
  const ZoneOffset utc = [](int64_t) { return 0; };
  if (name == "UTC") return utc;
  if (name.starts_with('+') || name.starts_with('-')) {
    const auto time = parse_zoned_time("2000-01-01 00:00 " + std::string(name), utc);
    if (!time) return std::nullopt;
    return [ahead = time->minutes_ahead](int64_t) { return ahead; };
  }
  // ICU knows abbreviations too, of which some mean several zones ("CST", "IST").
  if (name.find('/') == std::string_view::npos) return std::nullopt;
  const std::shared_ptr<const icu::TimeZone> zone(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))));
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  return [zone](int64_t local_seconds) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t raw = 0;
    int32_t daylight = 0;
    zone->getOffset(static_cast<UDate>(local_seconds) * 1000, true, raw, daylight, error);
    return static_cast<int>((raw + daylight) / 60'000);
  };
}

}  // namespace signpost
