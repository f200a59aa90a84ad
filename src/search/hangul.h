// hangul.h - Korean letters, syllables and the two-set keyboard (KS X 5002).
// Tested by tests/unit/search/hangul_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

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
