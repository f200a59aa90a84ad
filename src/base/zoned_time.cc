// zoned_time.cc - see zoned_time.h.
#include "base/zoned_time.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/ascii.h"
#include "base/dates.h"

namespace signpost {
namespace {

constexpr int kMaxMinutesAhead = 18 * 60;  // more than any zone has

class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }

  // Exactly so many digits.
  std::optional<int> number(size_t digits) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) return std::nullopt;
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }

  bool sign(char wanted) {
    if (rest_.empty() || rest_[0] != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // As if the clock showed UTC.
  std::optional<int64_t> local_time() {
    const auto year = number(4);
    if (!year || !sign('-')) return std::nullopt;
    const auto month = number(2);
    if (!month || !sign('-')) return std::nullopt;
    const auto day = number(2);
    if (!day || !(sign('T') || sign('t') || sign(' '))) return std::nullopt;
    while (sign(' ')) continue;
    const auto hour = number(2);
    if (!hour || !sign(':')) return std::nullopt;
    const auto minute = number(2);
    if (!minute) return std::nullopt;
    std::optional<int> second = 0;
    // "14:05: Identified" has no seconds.
    if (rest_.size() >= 2 && rest_[0] == ':' && is_digit(rest_[1])) {
      rest_.remove_prefix(1);
      second = number(2);
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!second || *year < 1970 || !date.ok() || *hour > 23 || *minute > 59 || *second > 59 || goes_on())
      return std::nullopt;
    const int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return ((days * 24 + *hour) * 60 + *minute) * 60 + *second;
  }

  // Minutes ahead of UTC; nullopt where no zone stands here. `wrong` where one does that there is not.
  std::optional<int> zone(bool& wrong) {
    const std::string_view before = rest_;
    sign(' ');
    const bool named = take_name();
    // A dash that no digit follows is none of a zone: "14:05 -Identified".
    if (rest_.size() >= 2 && (rest_[0] == '+' || rest_[0] == '-') && is_digit(rest_[1])) {
      const bool minus = rest_[0] == '-';
      rest_.remove_prefix(1);
      const int ahead = offset(named, wrong);
      return minus ? -ahead : ahead;
    }
    if (named && !goes_on()) return 0;
    rest_ = before;
    return std::nullopt;
  }

 private:
  bool take_name() {
    for (const std::string_view name : {"UTC", "Z", "z"}) {
      if (!rest_.starts_with(name)) continue;
      rest_.remove_prefix(name.size());
      return true;
    }
    return false;
  }

  // Minutes of "09:00", "0900", "09", and behind a name "9" and "9:30".
  int offset(bool named, bool& wrong) {
    const bool is_short = named && (rest_.size() < 2 || !is_digit(rest_[1]));
    const auto hours = number(is_short ? 1 : 2);
    const bool colon = sign(':');
    const auto minutes = colon || goes_on() ? number(2) : std::optional(0);
    const int ahead = hours.value_or(99) * 60 + minutes.value_or(0);
    wrong = !hours || !minutes || *minutes > 59 || ahead > kMaxMinutesAhead || goes_on();
    return ahead;
  }

  // A digit right behind what was read belongs to it.
  bool goes_on() const { return !rest_.empty() && is_digit(rest_[0]); }

  std::string_view rest_;
};

}  // namespace

std::optional<ZonedTime> take_time(std::string_view& text, const ZoneOffset& zone) {
  TimeReader reader(text);
  const auto local = reader.local_time();
  if (!local) return std::nullopt;
  bool wrong = false;
  const auto said = reader.zone(wrong);
  if (wrong) return std::nullopt;
  const int ahead = said ? *said : zone(*local);
  text = reader.rest();
  return ZonedTime{*local - int64_t{ahead} * 60, ahead};
}

std::optional<ZonedTime> parse_zoned_time(std::string_view text, const ZoneOffset& zone) {
  text = trimmed(text);
  const auto time = take_time(text, zone);
  return text.empty() ? time : std::nullopt;
}

std::string to_rfc3339(const ZonedTime& time) {
  std::string text = format_time(time.seconds + int64_t{time.minutes_ahead} * 60);
  if (time.minutes_ahead == 0) return text;
  text.pop_back();
  const int minutes = std::abs(time.minutes_ahead);
  char zone[32];
  std::snprintf(zone, sizeof zone, "%c%02d:%02d", time.minutes_ahead < 0 ? '-' : '+', minutes / 60,
                minutes % 60);
  return text + zone;
}

ClockTime clock_time(const ZonedTime& time) {
  const std::string text = format_time(time.seconds + int64_t{time.minutes_ahead} * 60);
  std::string zone = "UTC";
  if (time.minutes_ahead != 0) {
    const int minutes = std::abs(time.minutes_ahead);
    zone += (time.minutes_ahead < 0 ? "-" : "+") + std::to_string(minutes / 60);
    if (minutes % 60 != 0) zone += (minutes % 60 < 10 ? ":0" : ":") + std::to_string(minutes % 60);
  }
  return {text.substr(0, 10), text.substr(11, 5), zone};
}

}  // namespace signpost
