// i18n.h - the texts of the user interface in each language, with plurals, numbers and dates.
// Tested by tests/unit/pages/i18n_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

// "2026-11-22" as "22 Nov 2026", "2026년 11월 22일", "2026年11月22日"; as it is in other languages or when it
// is no ISO day.
std::string format_date(std::string_view iso_day, std::string_view lang);
// Without its year: "22 Nov", "11월 22일", "11月22日".
std::string format_short_date(std::string_view iso_day, std::string_view lang);
// 12345 -> "12,345".
std::string format_number(uint64_t number);

// Where the texts of a language are shown.
enum class Around {
  own_direction,   // among texts that run the same way
  other_direction  // on pages that run the other way: each is isolated (U+2066, U+2069), or "3 results."
                   // would show its number and its full stop at the wrong end
};

// The texts of one language.
class Strings {
 public:
  Strings(std::string lang, std::map<std::string, std::string> texts, Around around = Around::own_direction);

  // The text with this key, or the key itself, so that a missing one shows. Of two that stand around a name,
  // "x_before" opens what "x_after" closes.
  std::string text(const std::string& key) const;
  // The text, or `otherwise`.
  std::string text_or(const std::string& key, const std::string& otherwise) const;
  // key_one for 1, otherwise key_other, with {n} filled in.
  std::string plural(const std::string& key, int64_t count) const;
  // The text with each {name} replaced; in languages from right to left what comes in is isolated (U+2068).
  std::string fill(const std::string& key,
                   const std::vector<std::pair<std::string, std::string>>& values) const;
  // The text before and behind its {name}, which markup goes around.
  std::pair<std::string, std::string> around(const std::string& key, const std::string& name) const;
  // "" for "".
  std::string date(std::string_view iso_day) const;
  std::string short_date(std::string_view iso_day) const;

  const std::string& lang() const { return lang_; }
  // As they are in their file, isolated or not.
  const std::map<std::string, std::string>& texts() const { return texts_; }

 private:
  std::string found(const std::string& key, const std::string& otherwise) const;
  std::string shown(const std::string& key, std::string text) const;
  std::string inserted(const std::string& value) const;

  std::string lang_;
  Around around_;
  std::map<std::string, std::string> texts_;
};

// All languages of the interface.
class I18n {
 public:
  // Reads DIR/<lang>.json, flat objects of strings; "en" must be there. Throws Error{not_found, corrupt}.
  explicit I18n(const std::string& dir);

  // The nearest variant of a language that the interface doesn't have stands in for it, else English;
  // isolated where that runs the other way.
  const Strings& strings(std::string_view lang) const;
  std::vector<std::string> languages() const;
  // Changes when any text does.
  const std::string& version() const { return version_; }

 private:
  std::string version_;
  std::map<std::string, Strings, std::less<>> by_language_;
  std::optional<Strings> isolated_english_;
};

}  // namespace signpost
