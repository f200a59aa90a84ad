// hangul.h - Korean letters, syllables and the two-set keyboard (KS X 5002).
// Tested by tests/unit/search/hangul_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// The letters of a syllable by their places in Unicode's order: ㄱ is lead 0, ㅏ vowel 0, and tail 0 is none.
struct Syllable {
  char32_t lead = 0;
  char32_t vowel = 0;
  char32_t tail = 0;
};
// REQUIRES: is_syllable(c).
Syllable letters_of_syllable(char32_t c);
char32_t syllable_of(const Syllable& letters);
constexpr bool is_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Joins compatibility letters to syllables as an input method would: "ㅂㅣㅁㅣㄹ" -> "비밀". Other characters
// stay.
std::string compose_hangul(std::string_view letters);

// What the same keys give on the other layout: "qlalf" -> "비밀", "ㅑㅜㄴㅅ미ㅣ" -> "install". Characters
// without a key on the layout stay.
std::string latin_keys_to_hangul(std::string_view text);
std::string hangul_keys_to_latin(std::string_view text);

// The first consonant of every syllable: "비밀번호" -> "ㅂㅁㅂㅎ". Other characters, spaces too, are left
// out.
std::string initial_consonants(std::string_view text);

// True for a text of two letters at least that has nothing but consonants (and spaces).
bool is_initial_consonants(std::string_view text);

}  // namespace signpost
