// unicode_fold.h - what a character is to search, and the form in which it is compared.
// Tested by tests/unit/index/unicode_fold_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"  // next_code_point(), append_utf8()

namespace signpost {

enum class CharClass : uint8_t {
  separator,  // spaces, punctuation, symbols, invalid bytes
  word,       // letters, digits and marks of scripts that put spaces between words
  ignorable,  // soft hyphen, zero width characters: part of a word, but not of its term
  han,
  hiragana,
  katakana,
  hangul,
  complex,  // Thai, Lao, Khmer, Myanmar: words are found with a dictionary
};

inline bool is_cjk(CharClass c) { return c >= CharClass::han && c <= CharClass::hangul; }

// Class of a code point (UAX #29's letters and digits, UAX #24's scripts).
CharClass classify(char32_t code_point);

// is_wide() where letters of East Asia may be.
bool is_wide_beyond_latin(char32_t code_point);

// East Asian letters and their punctuation: about twice as wide as others.
inline bool is_wide(char32_t code_point) {
  constexpr char32_t kFirst = 0x1100;  // Hangul Jamo
  return code_point >= kFirst && is_wide_beyond_latin(code_point);
}

// NFKC case folding (Unicode's NFKC_Casefold) without optional marks (letter_variants.h), accents kept: the
// form for exact comparison.
std::string fold_case(std::string_view text);

// Drops the accents of Latin, Greek and Cyrillic letters of a text that fold_case() made. A short i or u of
// Cyrillic is no i or u with an accent.
std::string strip_accents(std::string_view folded);

// Of such a text what is left when writers are not held to accents, nor to letters that stand for each other
// (letter_variants.h).
std::string plain_letters(std::string_view folded);

// One character of a CJK run, folded, with the bytes that it came from.
struct FoldedChar {
  char32_t code_point = 0;
  CharClass char_class = CharClass::han;
  uint32_t begin = 0;
  uint32_t end = 0;
};

// Folds the CJK run text[begin, end): full and half width and decomposed jamo to the common form, katakana to
// hiragana (the class remembers which it was), the va-row to the ba-row, and without the prolonged sound mark
// that ends a katakana word of three characters or more.
void fold_cjk_run(std::string_view text, size_t begin, size_t end, std::vector<FoldedChar>& out);

}  // namespace signpost
