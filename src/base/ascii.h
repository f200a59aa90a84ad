// ascii.h - letters, digits, blanks and words of ASCII, whatever the locale; all other bytes are none of
// them. Tested by tests/unit/base/ascii_test.cc.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace signpost {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
// White space as the Infra standard has it: tab, line feed, form feed, carriage return, space.
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; }

constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c & ~0x20) : c; }

constexpr bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

inline std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// Without the white space at both ends.
constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr bool is_blank(std::string_view text) { return trimmed(text).empty(); }

}  // namespace signpost
