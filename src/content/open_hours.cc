// open_hours.cc - see open_hours.h.
#include "content/open_hours.h"

#include <algorithm>
#include <cstdio>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr std::string_view kWeekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// Takes "09:30" or "9:30" off the front; nullopt where there is none up to 24:00.
std::optional<int> take_clock(std::string_view& text) {
  int parts[2] = {0, 0};
  for (int& part : parts) {
    size_t digits = 0;
    for (; digits < 2 && digits < text.size() && is_digit(text[digits]); ++digits)
      part = part * 10 + (text[digits] - '0');
    const bool minutes = &part == &parts[1];
    if (digits == 0 || (minutes && digits != 2)) return std::nullopt;
    text.remove_prefix(digits);
    if (minutes) break;
    if (!text.starts_with(':')) return std::nullopt;
    text.remove_prefix(1);
  }
  const int time = parts[0] * 60 + parts[1];
  return parts[1] < 60 && time <= kMinutesOfDay ? std::optional(time) : std::nullopt;
}

std::optional<int> parse_weekday(std::string_view word) {
  const std::string name = lower_case(trimmed(word));
  for (int day = 0; day < 7; ++day) {
    if (name == weekday_name(day)) return day;
  }
  return std::nullopt;
}

}  // namespace

std::string_view weekday_name(int weekday) { return kWeekdays[weekday]; }

std::string clock_of(int minutes) {
  const int of_day = minutes == kMinutesOfDay ? minutes : minutes % kMinutesOfDay;
  char text[8];
  std::snprintf(text, sizeof text, "%02d:%02d", of_day / 60 % 100, of_day % 60);
  return text;
}

std::vector<int> parse_weekdays(std::string_view text) {
  if (lower_case(trimmed(text)) == "daily") text = "mon-sun";
  std::vector<int> days;
  for (const std::string_view part : between_commas(text)) {
    const size_t dash = std::min(part.find('-'), part.size());
    const auto first = parse_weekday(part.substr(0, dash));
    const auto last = dash < part.size() ? parse_weekday(part.substr(dash + 1)) : first;
    if (!first || !last) return {};
    for (int day = *first;; day = (day + 1) % 7) {
      days.push_back(day);
      if (day == *last) break;
    }
  }
  return days;
}

std::optional<std::pair<int, int>> parse_interval(std::string_view text) {
  text = trimmed(text);
  const auto from = take_clock(text);
  text = trimmed(text);
  const std::string_view dash = text.starts_with("–") ? "–" : "-";
  if (!from || *from == kMinutesOfDay || !text.starts_with(dash)) return std::nullopt;
  text = trimmed(text.substr(dash.size()));
  const auto to = take_clock(text);
  if (!to || !text.empty() || *to == *from) return std::nullopt;
  return std::pair(*from, *to < *from ? *to + kMinutesOfDay : *to);
}

std::vector<std::string_view> between_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(',', at), text.size());
    parts.push_back(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

}  // namespace signpost
