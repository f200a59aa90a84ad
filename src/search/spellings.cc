// spellings.cc - numbers in base 16 with and without their marks, and initials.
#include "search/spellings.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr size_t kWidth = 8;           // digits of a code of 32 bits
constexpr size_t kMaxWidth = 16;       // and of one of 64
constexpr size_t kDecimalAtLeast = 4;  // digits of a number without letters, to be taken for a code

// What has as many factors, steps or parts as this is called so.
struct NumberWord {
  char digit;
  std::string_view word;
};
constexpr NumberWord kNumberWords[] = {
    {'1', "one"},   {'2', "two"},   {'3', "three"}, {'4', "four"}, {'5', "five"}, {'6', "six"},
    {'7', "seven"}, {'8', "eight"}, {'9', "nine"},  {'2', "zwei"}, {'2', "twee"}, {'2', "två"},
    {'2', "to"},    {'2', "due"},   {'2', "dos"},   {'2', "dois"}, {'2', "deux"}, {'3', "drei"},
    {'3', "drie"},  {'3', "tre"},   {'3', "tres"},  {'3', "trois"}};

struct Umlaut {
  std::string_view letter;
  std::string_view two;
};
constexpr Umlaut kUmlauts[] = {{"\u00E4", "ae"}, {"\u00F6", "oe"}, {"\u00FC", "ue"}};

bool has_any(std::string_view word, std::string_view characters) {
  return word.find_first_of(characters) != std::string_view::npos;
}

bool is_initial_of(char initial, std::string_view word) {
  if (word.empty()) return false;
  const std::vector<std::string_view> numbers = number_words(initial);
  return word[0] == initial || std::find(numbers.begin(), numbers.end(), word) != numbers.end();
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

std::vector<std::string_view> number_words(char digit) {
  std::vector<std::string_view> out;
  for (const NumberWord& number : kNumberWords) {
    if (number.digit == digit) out.push_back(number.word);
  }
  return out;
}

std::string other_umlauts(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    const auto found = std::find_if(std::begin(kUmlauts), std::end(kUmlauts), [&](const Umlaut& umlaut) {
      return word.substr(i).starts_with(umlaut.letter) || word.substr(i).starts_with(umlaut.two);
    });
    if (found == std::end(kUmlauts)) {
      out += word[i++];
      continue;
    }
    out += word.substr(i).starts_with(found->two) ? found->letter : found->two;
    i += 2;  // bytes of either
  }
  return out == word ? "" : out;
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
