// hours.cc - see hours.h.
#include "contact/hours.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "content/time_zone.h"

namespace signpost {
namespace {

constexpr int64_t kSecondsOfMinute = 60;
// Hours of a day end on the next one at the latest, and a zone may skip a whole day.
constexpr int64_t kDaysBack = 3;

using Span = std::pair<int64_t, int64_t>;  // of instants

int64_t day_shown(const ZoneClock& clock, int64_t now) {
  const int64_t local = clock.shows(now);
  return (local - (local < 0 ? kSecondsOfDay - 1 : 0)) / kSecondsOfDay;
}

int weekday_of(int64_t day) { return static_cast<int>(((day + 3) % 7 + 7) % 7); }  // 1970 began on a Thursday

bool is_holiday(const Channel& channel, int64_t day) {
  return day >= 0 &&
         std::binary_search(channel.holidays.begin(), channel.holidays.end(), static_cast<uint32_t>(day));
}

void add_day(const Channel& channel, const ZoneClock& clock, int64_t day, std::vector<Span>& spans) {
  if (is_holiday(channel, day)) return;
  const auto add = [&](int64_t from, int64_t to) {
    const int64_t begins = clock.instant_of(day * kSecondsOfDay + from * kSecondsOfMinute);
    const int64_t ends = clock.instant_of(day * kSecondsOfDay + to * kSecondsOfMinute);
    if (begins < ends) spans.emplace_back(begins, ends);
  };
  if (channel.hours.empty()) return add(0, kMinutesOfDay);
  for (const OpenHours& hours : channel.hours)
    if (hours.weekday == weekday_of(day)) add(hours.from, hours.to);
}

// What is open in these days, in order, without what meets.
std::vector<Span> open_spans(const Channel& channel, const ZoneClock& clock, int64_t first, int64_t last) {
  std::vector<Span> spans;
  for (int64_t day = first; day <= last; ++day) add_day(channel, clock, day, spans);
  std::sort(spans.begin(), spans.end());
  std::vector<Span> merged;
  for (const Span& span : spans) {
    if (!merged.empty() && span.first <= merged.back().second) {
      merged.back().second = std::max(merged.back().second, span.second);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

}  // namespace

Opening opening_at(const Channel& channel, int64_t now) {
  if (channel.hours.empty() && channel.holidays.empty()) return {.open = true};
  // Whoever made the channel has seen to it that there is such a zone; without one nothing is known.
  const auto clock = find_zone_clock(channel.time_zone);
  if (!clock) return {};
  const int64_t today = day_shown(*clock, now);
  Opening opening;
  // Most change within a week; a year is looked through only where nothing does.
  for (const int64_t ahead : {int64_t{8}, int64_t{kMostDaysAhead}}) {
    const std::vector<Span> spans = open_spans(channel, *clock, today - kDaysBack, today + ahead);
    const auto next =
        std::upper_bound(spans.begin(), spans.end(), now,
                         [](int64_t instant, const Span& span) { return instant < span.second; });
    opening.open = next != spans.end() && next->first <= now;
    opening.holiday = !opening.open && is_holiday(channel, today);
    if (next == spans.end()) continue;
    const int64_t change = opening.open ? next->second : next->first;
    // Hours that reach into the last of the days may go on behind it.
    const bool is_sure = change < clock->instant_of((today + ahead) * kSecondsOfDay);
    opening.changes = is_sure ? std::optional(change) : std::nullopt;
    if (is_sure) break;
  }
  return opening;
}

}  // namespace signpost
