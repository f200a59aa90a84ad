// schema.cc - days, paths and terms as schema.h says that they are written.
#include "index/schema.h"

#include <chrono>
#include <cstdio>

#include "content/percent.h"
#include "index/unicode_fold.h"

namespace signpost {

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

std::string home_url(std::string_view default_language, std::string_view lang) {
  return lang == default_language ? "/" : "/" + percent_encode(lang) + "/";
}

std::string store_path(const std::string& segment_dir, uint32_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return segment_dir + "/" + files::kStorePrefix + digits;
}

std::string id_term(std::string_view lang, std::string_view id) {
  return boolean_term(prefix::kId, std::string(lang) + ":" + std::string(id));
}

std::string boolean_term(std::string_view term_prefix, std::string_view value) {
  constexpr size_t kMaxTermBytes = 240;
  std::string term = std::string(term_prefix) + fold_case(value);
  if (term.size() > kMaxTermBytes) term.resize(kMaxTermBytes);
  return term;
}

std::string page_url(Kind kind, std::string_view lang, std::string_view id) {
  const std::string folder = kind == Kind::community ? "/community/" : "/" + std::string(lang) + "/articles/";
  return folder + percent_encode(id);
}

}  // namespace signpost
