// i18n.h - the texts of the user interface in each language, with plurals, numbers and dates.
// Tested by tests/unit/pages/i18n_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

// "2026-11-22" as "22 Nov 2026", "2026년 11월 22일", "2026年11月22日"; as it is in other languages or when it
// is no ISO day.
std::string format_date(std::string_view iso_day, std::string_view lang);
// 12345 -> "12,345".
std::string format_number(uint64_t number);

// The texts of one language.
class Strings {
 public:
  Strings(std::string lang, std::map<std::string, std::string> texts)
      : lang_(std::move(lang)), texts_(std::move(texts)) {}

  // The text with this key, or the key itself, so that a missing one shows.
  std::string text(const std::string& key) const;
  // The text, or `otherwise`.
  std::string text_or(const std::string& key, const std::string& otherwise) const;
  // key_one for 1, otherwise key_other, with {n} filled in.
  std::string plural(const std::string& key, int64_t count) const;
  // The text with each {name} replaced.
  std::string fill(const std::string& key,
                   const std::vector<std::pair<std::string, std::string>>& values) const;
  // The text before and behind its {name}, which markup goes around.
  std::pair<std::string, std::string> around(const std::string& key, const std::string& name) const;
  std::string date(std::string_view iso_day) const { return format_date(iso_day, lang_); }

  const std::string& lang() const { return lang_; }
  const std::map<std::string, std::string>& texts() const { return texts_; }

 private:
  std::string lang_;
  std::map<std::string, std::string> texts_;
};

// All languages of the interface.
class I18n {
 public:
  // Reads DIR/<lang>.json, flat objects of strings; "en" must be there. Throws Error{not_found, corrupt}.
  explicit I18n(const std::string& dir);

  // The nearest variant of a language that the interface doesn't have stands in for it, else English.
  const Strings& strings(std::string_view lang) const;
  std::vector<std::string> languages() const;
  // Changes when any text does.
  const std::string& version() const { return version_; }

 private:
  std::string version_;
  std::map<std::string, Strings, std::less<>> by_language_;
};

}  // namespace signpost
