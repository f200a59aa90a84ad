// dates.cc - days as people write them in front matter.
// Tested by tests/unit/base/dates_test.cc.
#include "base/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

#include "base/ascii.h"

namespace signpost {
namespace {

// The runs of digits and of letters, in order; at most four are looked at.
struct Token {
  int number = -1;  // -1 for a word
  size_t digits = 0;
  std::string word;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  size_t pos = 0;
  while (pos < text.size() && tokens.size() < 4) {
    Token token;
    if (is_digit(text[pos])) {
      token.number = 0;
      for (; pos < text.size() && is_digit(text[pos]); ++pos) {
        if (++token.digits > 4) return {};
        token.number = token.number * 10 + (text[pos] - '0');
      }
    } else if (is_letter(text[pos])) {
      for (; pos < text.size() && is_letter(text[pos]); ++pos) token.word += lower(text[pos]);
    } else {
      ++pos;
      continue;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

int month_of(const std::string& word) {
  constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
  if (word.size() < 3) return 0;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].substr(0, word.size()) == word) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<std::string> day(int year, int month, int day_of_month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day_of_month < 1) return std::nullopt;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last = kDays[static_cast<size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
  if (day_of_month > last) return std::nullopt;
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day_of_month);
  return std::string(text.data());
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text) {
  if (text.size() > 64) return std::nullopt;
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || !(is_digit(text[first]) || is_letter(text[first])))
    return std::nullopt;
  const std::vector<Token> t = tokens_of(text);
  if (t.size() < 3) return std::nullopt;
  if (t[0].digits == 4) return day(t[0].number, t[1].number, t[2].number);
  if (t[2].digits != 4) return std::nullopt;
  if (t[0].digits > 0 && t[1].digits > 0) return day(t[2].number, t[0].number, t[1].number);
  if (t[0].digits > 0) return day(t[2].number, month_of(t[1].word), t[0].number);
  return day(t[2].number, month_of(t[0].word), t[1].number);
}

uint32_t parse_day(std::string_view iso_day) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(std::string(iso_day).c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return 0;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return 0;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  return days > 0 ? static_cast<uint32_t>(days) : 0;
}

std::string format_day(uint32_t day) {
  if (day == 0) return "";
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::optional<int64_t> parse_moment(std::string_view text) {
  const auto iso_day = parse_date(text);
  if (!iso_day) return std::nullopt;
  std::tm day{};
  ::strptime(iso_day->c_str(), "%Y-%m-%d", &day);
  int64_t seconds = ::timegm(&day);
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < 2) return seconds;
  int hour = 0;
  int minute = 0;
  int second = 0;
  const std::string time(text.substr(is_digit(text[colon - 2]) ? colon - 2 : colon - 1));
  int read = 0;
  if (std::sscanf(time.c_str(), "%2d:%2d%n:%2d%n", &hour, &minute, &read, &second, &read) < 2)
    return std::nullopt;
  if (hour > 24 || minute > 59 || second > 60) return std::nullopt;
  seconds += hour * 3600 + minute * 60 + second;
  const std::string zone = time.substr(std::min(time.size(), static_cast<size_t>(read)));
  const size_t sign = zone.find_first_of("+-");
  if (sign == std::string::npos) return seconds;
  int zone_hour = 0;
  int zone_minute = 0;
  const char* offset = zone.c_str() + sign + 1;
  if (std::sscanf(offset, "%2d:%2d", &zone_hour, &zone_minute) < 2 &&
      std::sscanf(offset, "%2d%2d", &zone_hour, &zone_minute) < 1) {
    return std::nullopt;
  }
  const int64_t ahead = zone_hour * 3600 + zone_minute * 60;
  return zone[sign] == '+' ? seconds - ahead : seconds + ahead;
}

std::string format_time(int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  char text[32];
  return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts));
}

std::optional<int64_t> parse_time(std::string_view iso8601) {
  std::tm parts{};
  const std::string text(iso8601);
  const char* end = ::strptime(text.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return ::timegm(&parts);
}

int64_t seconds_of_clock() { return std::time(nullptr); }

uint32_t day_of_clock() { return static_cast<uint32_t>(seconds_of_clock() / (24 * 60 * 60)); }

}  // namespace signpost
