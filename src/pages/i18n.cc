// i18n.cc - see i18n.h.
#include "pages/i18n.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "content/language.h"
#include "content/text_direction.h"
#include "net/entity_tag.h"

namespace signpost {
namespace {

// Unicode's isolates, UAX #9: from left to right, in the direction of the first letter, and the end of
// either.
constexpr std::string_view kLeftToRight = "\u2066";
constexpr std::string_view kOwnDirection = "\u2068";
constexpr std::string_view kEndOfIsolated = "\u2069";

std::map<std::string, std::string> read_texts(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorKind::not_found, "can't read " + path.string());
  try {
    return nlohmann::json::parse(file).get<std::map<std::string, std::string>>();
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::corrupt, path.string() + ": " + error.what());
  }
}

bool is_iso_day(std::string_view text) {
  if (text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
  }
  return true;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

std::string format_date(std::string_view iso_day, std::string_view lang) {
  const std::string day = format_short_date(iso_day, lang);
  if (day == iso_day) return day;
  const std::string year(iso_day.substr(0, 4));
  if (lang == "en") return day + " " + year;
  if (lang == "ko") return year + "년 " + day;
  if (lang == "ja") return year + "年" + day;
  return std::string(iso_day);
}

std::string format_short_date(std::string_view iso_day, std::string_view lang) {
  static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!is_iso_day(iso_day)) return std::string(iso_day);
  const int month = (iso_day[5] - '0') * 10 + (iso_day[6] - '0');
  const int day = (iso_day[8] - '0') * 10 + (iso_day[9] - '0');
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::string(iso_day);
  if (lang == "en") return std::to_string(day) + " " + std::string(kMonths[month - 1]);
  if (lang == "ko") return std::to_string(month) + "월 " + std::to_string(day) + "일";
  if (lang == "ja") return std::to_string(month) + "月" + std::to_string(day) + "日";
  return std::string(iso_day.substr(5));
}

std::string format_number(uint64_t number) {
  std::string text = std::to_string(number);
  for (size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

Strings::Strings(std::string lang, std::map<std::string, std::string> texts, Around around)
    : lang_(std::move(lang)), around_(around), texts_(std::move(texts)) {}

std::string Strings::found(const std::string& key, const std::string& otherwise) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? otherwise : found->second;
}

std::string Strings::shown(const std::string& key, std::string text) const {
  if (around_ == Around::own_direction) return text;
  if (!key.ends_with("_after")) text.insert(0, kLeftToRight);
  if (!key.ends_with("_before")) text += kEndOfIsolated;
  return text;
}

std::string Strings::inserted(const std::string& value) const {
  return text_direction(lang_) == "rtl" ? std::string(kOwnDirection) + value + std::string(kEndOfIsolated)
                                        : value;
}

std::string Strings::text(const std::string& key) const { return text_or(key, key); }

std::string Strings::text_or(const std::string& key, const std::string& otherwise) const {
  return shown(key, found(key, otherwise));
}

std::string Strings::date(std::string_view iso_day) const {
  const std::string day = format_date(iso_day, lang_);
  return day.empty() ? day : shown("", inserted(day));
}

std::string Strings::short_date(std::string_view iso_day) const {
  const std::string day = format_short_date(iso_day, lang_);
  return day.empty() ? day : shown("", inserted(day));
}

std::string Strings::plural(const std::string& key, int64_t count) const {
  const std::string number = count < 0 ? "−" + format_number(static_cast<uint64_t>(-count))
                                       : format_number(static_cast<uint64_t>(count));
  const std::string form = key + (count == 1 ? "_one" : "_other");
  // Korean and Japanese have one form only; their files need not repeat it.
  std::string text = found(form, found(key + "_other", form));
  replace_all(text, "{n}", inserted(number));
  return shown(key, std::move(text));
}

std::string Strings::fill(const std::string& key,
                          const std::vector<std::pair<std::string, std::string>>& values) const {
  std::string filled = text(key);
  for (const auto& [name, value] : values) replace_all(filled, "{" + name + "}", inserted(value));
  return filled;
}

std::pair<std::string, std::string> Strings::around(const std::string& key, const std::string& name) const {
  const std::string whole = text(key);
  const std::string place = "{" + name + "}";
  const size_t at = whole.find(place);
  if (at == std::string::npos) return {whole, ""};
  return {whole.substr(0, at), whole.substr(at + place.size())};
}

I18n::I18n(const std::string& dir) {
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(dir, failed)) {
    if (entry.path().extension() != ".json") continue;
    const std::string lang = entry.path().stem().string();
    by_language_.emplace(lang, Strings(lang, read_texts(entry.path())));
  }
  if (by_language_.find("en") == by_language_.end()) {
    throw Error(ErrorKind::not_found, "no en.json in " + dir);
  }
  isolated_english_.emplace("en", by_language_.find("en")->second.texts(), Around::other_direction);
  std::string all;
  for (const auto& [lang, strings] : by_language_) {
    all += lang + '\n';
    for (const auto& [key, text] : strings.texts()) all += key + '\n' + text + '\n';
  }
  version_ = fingerprint({all});
}

const Strings& I18n::strings(std::string_view lang) const {
  auto found = by_language_.find(lang);
  if (found == by_language_.end()) {
    const std::vector<std::string> offered = languages();
    if (const std::string* near = best_language(lang, offered)) found = by_language_.find(*near);
  }
  if (found != by_language_.end()) return found->second;
  return text_direction(lang) == "rtl" ? *isolated_english_ : by_language_.find("en")->second;
}

std::vector<std::string> I18n::languages() const {
  std::vector<std::string> languages;
  languages.reserve(by_language_.size());
  for (const auto& [lang, strings] : by_language_) languages.push_back(lang);
  return languages;
}

}  // namespace signpost
