// holiday_calendar.cc - see holiday_calendar.h.
#include "content/holiday_calendar.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <climits>
#include <optional>
#include <set>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/open_hours.h"

namespace signpost {
namespace {

using std::chrono::sys_days;

constexpr int kMaxDaysOfEvent = 366;
constexpr size_t kMostNamedDays = 100'000;  // of all events, each as often as it is named

// One property: "DTSTART;VALUE=DATE:20261225".
struct ContentLine {
  int line = 0;
  std::string name;   // in capitals, without its parameters
  std::string value;  // white space at its ends left out
};

// A line that begins with a space goes on with the one before (RFC 5545, 3.1).
std::vector<ContentLine> content_lines(std::string_view text) {
  std::vector<ContentLine> lines;
  std::string unfolded;
  int begun = 0;
  const auto end_line = [&] {
    // A ':' within quotes belongs to a parameter.
    bool quoted = false;
    size_t colon = 0;
    for (; colon < unfolded.size() && (quoted || unfolded[colon] != ':'); ++colon)
      if (unfolded[colon] == '"') quoted = !quoted;
    ContentLine line{begun, unfolded.substr(0, std::min(unfolded.find(';'), colon)), {}};
    std::transform(line.name.begin(), line.name.end(), line.name.begin(), upper);
    if (colon < unfolded.size()) line.value = trimmed(std::string_view(unfolded).substr(colon + 1));
    if (!is_blank(unfolded)) lines.push_back(std::move(line));
  };
  int number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (number > 1 && (line.starts_with(' ') || line.starts_with('\t'))) {
      unfolded += line.substr(1);
      continue;
    }
    if (number > 1) end_line();
    unfolded = line;
    begun = number;
  }
  if (begun > 0) end_line();
  return lines;
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// "20261225", or midnight of it by the clocks of some place: "20261225T000000". Midnight of UTC ("...Z") is
// none: which day it is elsewhere, nobody says.
std::optional<sys_days> day_of(std::string_view value) {
  if (value.size() == 15 && value.ends_with("T000000")) value = value.substr(0, 8);
  if (value.size() != 8) return std::nullopt;
  const auto year = number_of(value.substr(0, 4));
  const auto month = number_of(value.substr(4, 2));
  const auto day = number_of(value.substr(6, 2));
  if (!year || !month || !day || *month < 0 || *day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

// RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
struct Repetition {
  int interval = 1;
  std::optional<int> count;
  std::optional<sys_days> until;
  std::optional<int> month, month_day;
  std::optional<std::pair<int, int>> nth_weekday;  // -1 for the last; 0: Monday
};

// "4TH" -> the fourth Thursday.
std::optional<std::pair<int, int>> nth_weekday_of(std::string_view text) {
  constexpr std::string_view kNames[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  if (text.size() < 3) return std::nullopt;
  const auto name = std::find(std::begin(kNames), std::end(kNames), text.substr(text.size() - 2));
  std::string_view digits = text.substr(0, text.size() - 2);
  if (digits.starts_with('+')) digits.remove_prefix(1);
  const auto nth = number_of(digits);
  if (name == std::end(kNames) || !nth || *nth == 0 || *nth < -5 || *nth > 5) return std::nullopt;
  return std::pair(*nth, static_cast<int>(name - std::begin(kNames)));
}

bool read_rule_part(std::string_view key, std::string_view value, Repetition& rule) {
  if (key == "FREQ") return value == "YEARLY";
  if (key == "WKST") return true;  // of weeks, which no yearly rule of these counts
  if (key == "BYDAY") return (rule.nth_weekday = nth_weekday_of(value)).has_value();
  if (key == "UNTIL") return (rule.until = day_of(value.substr(0, 8))).has_value();
  const auto number = number_of(value);
  if (!number || *number < 1) return false;
  if (key == "INTERVAL") rule.interval = *number;
  if (key == "COUNT") rule.count = number;
  if (key == "BYMONTH") rule.month = number;
  if (key == "BYMONTHDAY") rule.month_day = number;
  return is_one_of(key, {"INTERVAL", "COUNT", "BYMONTH", "BYMONTHDAY"}) && rule.month.value_or(1) <= 12 &&
         rule.interval <= 100;
}

// nullopt for one that is not understood as a whole.
std::optional<Repetition> parse_repetition(std::string value) {
  std::transform(value.begin(), value.end(), value.begin(), upper);
  Repetition rule;
  bool is_yearly = false;
  for (size_t at = 0; at <= value.size();) {
    const size_t end = std::min(value.find(';', at), value.size());
    const std::string_view part = std::string_view(value).substr(at, end - at);
    const size_t equals = std::min(part.find('='), part.size());
    at = end + 1;
    if (part.empty()) continue;
    if (equals == part.size() || !read_rule_part(part.substr(0, equals), part.substr(equals + 1), rule))
      return std::nullopt;
    is_yearly = is_yearly || part.starts_with("FREQ=");
  }
  const bool counts_within_a_year = rule.nth_weekday && (!rule.month || rule.month_day);
  return is_yearly && !counts_within_a_year ? std::optional(rule) : std::nullopt;
}

// The day of the rule in this year; nullopt where it has none, as 29 February.
std::optional<sys_days> day_in_year(const Repetition& rule, std::chrono::year_month_day start,
                                    std::chrono::year year) {
  const auto month = rule.month ? std::chrono::month(static_cast<unsigned>(*rule.month)) : start.month();
  if (!rule.nth_weekday) {
    const auto day = rule.month_day ? std::chrono::day(static_cast<unsigned>(*rule.month_day)) : start.day();
    const std::chrono::year_month_day date = year / month / day;
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
  }
  const auto [nth, weekday] = *rule.nth_weekday;
  const std::chrono::weekday wanted(static_cast<unsigned>((weekday + 1) % 7));
  if (nth < 0) {
    const sys_days last =
        sys_days(year / month / wanted[std::chrono::last]) - std::chrono::days((-nth - 1) * 7);
    return std::chrono::year_month_day(last).month() == month ? std::optional(last) : std::nullopt;
  }
  const auto date = year / month / wanted[static_cast<unsigned>(nth)];
  return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

struct CalendarEvent {
  int line = 0;
  bool good = true;
  bool cancelled = false;
  std::optional<sys_days> start, end;
  int days = 1;  // where there is no end
  std::optional<Repetition> repetition;
  std::set<sys_days> more, except;
};

class CalendarReader {
 public:
  CalendarReader(const std::string& path, std::vector<Diagnostic>& diagnostics)
      : path_(path), diagnostics_(diagnostics) {}

  std::optional<std::vector<uint32_t>> run(std::string_view text) {
    const std::vector<ContentLine> lines = content_lines(text);
    if (lines.empty() || lines.front().name != "BEGIN" || lower_case(lines.front().value) != "vcalendar") {
      complain(1, "this is no iCalendar file");
      return std::nullopt;
    }
    for (const ContentLine& line : lines) read(line);
    if (depth_ > 0) complain(event_.line, "an event does not end");
    if (complained_) return std::nullopt;
    return std::vector<uint32_t>(days_.begin(), days_.end());
  }

 private:
  void complain(int line, std::string message) {
    scrub_utf8(message);
    diagnostics_.push_back({Severity::error, path_, line, 0, "site", std::move(message)});
    event_.good = false;
    complained_ = true;
  }

  // What stands within an event, as an alarm does, is none of its own.
  void read(const ContentLine& line) {
    const std::string value = lower_case(line.value);
    if (line.name == "BEGIN" && (depth_ > 0 || value == "vevent")) {
      if (depth_++ > 0) return;
      event_ = {};
      event_.line = line.line;
      if (++events_ == kMaxHolidayEvents + 1)
        complain(line.line, "a calendar may have " + std::to_string(kMaxHolidayEvents) + " events");
    } else if (line.name == "END" && depth_ > 0) {
      if (--depth_ == 0 && events_ <= kMaxHolidayEvents) end_event();
    } else if (depth_ == 1) {
      read_property(line);
    }
  }

  void read_property(const ContentLine& line) {
    if (line.name == "DTSTART") {
      event_.start = read_day(line, line.value);
    } else if (line.name == "DTEND") {
      event_.end = read_day(line, line.value);
    } else if (line.name == "DURATION") {
      read_duration(line);
    } else if (line.name == "RRULE") {
      event_.repetition = parse_repetition(line.value);
      if (!event_.repetition)
        complain(line.line, "the repetition '" + line.value +
                                "' is not understood: it may be yearly, by the day of a month or by the nth "
                                "weekday of one");
    } else if (line.name == "RDATE" || line.name == "EXDATE") {
      for (const std::string_view part : between_commas(line.value)) {
        const auto day = read_day(line, part);
        if (day) (line.name == "RDATE" ? event_.more : event_.except).insert(*day);
      }
    } else if (line.name == "RECURRENCE-ID") {
      complain(line.line, "one of a repetition that was moved is not understood");
    } else if (line.name == "STATUS") {
      event_.cancelled = lower_case(line.value) == "cancelled";
    }
  }

  std::optional<sys_days> read_day(const ContentLine& line, std::string_view value) {
    const auto day = day_of(value);
    if (!day) complain(line.line, "'" + std::string(value) + "' is no whole day like 20261225");
    return day;
  }

  // "P2D", "P1W"
  void read_duration(const ContentLine& line) {
    const std::string& value = line.value;
    const auto number = value.size() < 3 ? std::nullopt : number_of(value.substr(1, value.size() - 2));
    if (!number || value[0] != 'P' || (value.back() != 'D' && value.back() != 'W') || *number < 1 ||
        *number > kMaxDaysOfEvent)
      return complain(line.line, "the duration '" + value + "' is no number of whole days like P1D");
    event_.days = *number * (value.back() == 'W' ? 7 : 1);
  }

  void end_event() {
    if (event_.good && !event_.start) complain(event_.line, "an event has no DTSTART");
    if (!event_.good || event_.cancelled) return;
    // Some programs write the day itself as the end, which should be the day behind it.
    const auto length =
        event_.end ? std::max<int64_t>((*event_.end - *event_.start).count(), 1) : int64_t{event_.days};
    if ((event_.end && *event_.end < *event_.start) || length > kMaxDaysOfEvent)
      return complain(event_.line,
                      "an event must last from 1 to " + std::to_string(kMaxDaysOfEvent) + " days");
    std::set<sys_days> starts = event_.more;
    starts.insert(*event_.start);
    if (event_.repetition) repeat(*event_.repetition, starts);
    const bool was_within = named_ <= kMostNamedDays;
    named_ += starts.size() * static_cast<size_t>(length);
    if (named_ > kMostNamedDays) {
      if (was_within)
        complain(event_.line, "the events up to here name over " + std::to_string(kMostNamedDays) + " days");
      return;
    }
    for (const sys_days start : starts) {
      if (event_.except.count(start) != 0) continue;
      for (int64_t i = 0; i < length; ++i) {
        const auto day = start.time_since_epoch().count() + i;
        if (day > 0) days_.insert(static_cast<uint32_t>(day));
      }
    }
  }

  // The event's own beginning is the first that is counted.
  void repeat(const Repetition& rule, std::set<sys_days>& starts) const {
    const std::chrono::year_month_day first(*event_.start);
    int left = rule.count.value_or(INT_MAX) - 1;
    for (auto year = first.year(); static_cast<int>(year) <= kLastHolidayYear && left > 0;
         year += std::chrono::years(rule.interval)) {
      const auto day = day_in_year(rule, first, year);
      if (!day || *day <= *event_.start) continue;
      if (rule.until && *day > *rule.until) break;
      starts.insert(*day);
      --left;
    }
  }

  const std::string& path_;
  std::vector<Diagnostic>& diagnostics_;
  CalendarEvent event_;
  int depth_ = 0;  // of components, from an event on
  size_t events_ = 0;
  size_t named_ = 0;  // days, by the events so far
  bool complained_ = false;
  std::set<uint32_t> days_;
};

}  // namespace

std::optional<std::vector<uint32_t>> parse_holidays(std::string_view text, const std::string& path,
                                                    std::vector<Diagnostic>& diagnostics) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  return CalendarReader(path, diagnostics).run(text);
}

}  // namespace signpost
