// spellings.cc - numbers in base 16 with and without their marks, and initials.
#include "search/spellings.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr size_t kWidth = 8;           // digits of a code of 32 bits
constexpr size_t kMaxWidth = 16;       // and of one of 64
constexpr size_t kDecimalAtLeast = 4;  // digits of a number without letters, to be taken for a code

constexpr std::array<std::string_view, 10> kNumberWords = {"zero", "one", "two",   "three", "four",
                                                           "five", "six", "seven", "eight", "nine"};

bool has_any(std::string_view word, std::string_view characters) {
  return word.find_first_of(characters) != std::string_view::npos;
}

bool is_initial_of(char initial, std::string_view word) {
  if (word.empty()) return false;
  return word[0] == initial || word == number_word(initial);
}

}  // namespace

std::vector<std::string> hex_spellings(std::string_view word) {
  constexpr std::string_view kDecimal = "0123456789";
  constexpr std::string_view kLetters = "abcdef";
  std::string_view digits = word;
  const bool prefixed = digits.starts_with("0x");
  if (prefixed) digits.remove_prefix(2);
  if (!prefixed && digits.ends_with('h')) digits.remove_suffix(1);
  if (digits.empty() || digits.size() > kMaxWidth) return {};
  if (digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) return {};
  if (!prefixed && !has_any(digits, kDecimal)) return {};
  const bool marked = digits.size() < word.size();
  if (!marked && !has_any(digits, kLetters) && digits.size() < kDecimalAtLeast) return {};

  const std::string value(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)));
  const std::string wide = std::string(kWidth - std::min(kWidth, value.size()), '0') + value;
  std::vector<std::string> out;
  const auto add = [&](std::string spelling) {
    if (spelling != word && std::find(out.begin(), out.end(), spelling) == out.end())
      out.push_back(std::move(spelling));
  };
  for (const std::string& number : {std::string(digits), value, wide}) {
    add("0x" + number);
    add(number + "h");
    // A short number without its mark is any number.
    if (has_any(number, kLetters) || number.size() >= kDecimalAtLeast) add(number);
  }
  return out;
}

std::string_view number_word(char digit) {
  return is_digit(digit) ? kNumberWords[static_cast<size_t>(digit - '0')] : std::string_view();
}

std::vector<std::string> letters_and_digits(std::string_view word) {
  if (word.empty() || !std::all_of(word.begin(), word.end(), [](char c) { return is_alnum(c); })) return {};
  size_t joint = 1;
  while (joint < word.size() && is_digit(word[joint]) == is_digit(word[0])) ++joint;
  const std::string_view rest = word.substr(joint);
  const bool same = std::all_of(rest.begin(), rest.end(),
                                [&rest](char c) { return is_digit(c) == is_digit(rest.front()); });
  const size_t letters = is_digit(word[0]) ? rest.size() : joint;
  if (rest.empty() || !same || letters < 2) return {};
  return {std::string(word.substr(0, joint)), std::string(rest)};
}

bool begins_with_initials(std::string_view words, std::string_view abbreviation, size_t& length) {
  length = 0;
  for (const char initial : abbreviation) {
    if (length > 0 && (length >= words.size() || words[length++] != ' ')) return false;
    const size_t end = std::min(words.find(' ', length), words.size());
    if (!is_initial_of(initial, words.substr(length, end - length))) return false;
    length = end;
  }
  return length > 0;
}

}  // namespace signpost
