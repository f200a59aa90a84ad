// signs.h - emoji, symbols and operators, which are searched like words though they have no letters.
// Tested by tests/unit/index/signs_test.cc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace signpost {

// What an ASCII character may be.
enum class SignClass : uint8_t {
  none,
  in_run,  // a part of an operator, and punctuation by itself
  alone,   // also an operator by itself
};

inline constexpr auto kSignClasses = [] {
  std::array<SignClass, 128> table{};
  for (const char c : std::string_view("!#$%&*+-./:<=>?@\\^|~"))
    table[static_cast<uint8_t>(c)] = SignClass::in_run;
  for (const char c : std::string_view("#$%&*+<>@\\^|~")) table[static_cast<uint8_t>(c)] = SignClass::alone;
  return table;
}();

inline SignClass sign_class(char c) {
  return static_cast<uint8_t>(c) < 0x80 ? kSignClasses[static_cast<uint8_t>(c)] : SignClass::none;
}

// False when the ASCII character at text[i] certainly begins nothing that is searched, as nearly all that are
// no letters do not.
inline bool may_begin_signs(std::string_view text, size_t i) {
  const SignClass first = sign_class(text[i]);
  if (first == SignClass::none && text[i] != ';') return false;
  if (first == SignClass::alone || i + 1 == text.size()) return first == SignClass::alone;
  const char next = text[i + 1];
  if (next == ')' || next == '(') return text[i] == ':' || text[i] == ';';
  return sign_class(next) != SignClass::none && (first == SignClass::in_run || text[i] == ';');
}

// Reads the signs that begin at text[i], which must be no word character, and moves i behind them: one emoji
// or symbol, or a run of ASCII signs. Returns the bytes of them that are searched, 0 for punctuation: a run
// counts if it stands by itself and has up to four signs ("||>", "=>", "&", ":)"), or if it touches a word
// and is an operator that many languages have ("x!=y"), which "://" and "**." are not.
size_t read_signs(std::string_view text, size_t& i);

}  // namespace signpost
