// spellings.h - other ways to write a code or an abbreviation, which an index takes for another word.
// Tested by tests/unit/search/spellings_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The same hexadecimal number in other ways: "0x80070005" for "80070005" and for "80070005h", and the
// reverse; with and without leading zeros. `word` is folded. Empty for what is no such number, which a word
// of letters alone ("face") and a short number of decimal digits alone ("404") are not.
std::vector<std::string> hex_spellings(std::string_view word);

// The letters and the digits of a word that has first the ones and then the others: "2", "fa" of "2fa". Empty
// for all other words.
std::vector<std::string> letters_and_digits(std::string_view word);

// The words for a digit, in English and for some also in other languages; none for other characters.
std::vector<std::string_view> number_words(char digit);

// A German word with umlauts written as they are or as two letters: "loeschen" for "löschen", and the
// reverse;
// "" for a word without any. Other words that have such letters ("neue") become some that nobody writes.
std::string other_umlauts(std::string_view word);

// True when the words that begin here, one space between them, begin with the characters of the abbreviation:
// "two factor authentication" with "2fa". A digit also stands for its words. Both are
// folded, the abbreviation ASCII; `length` is what of the words it takes.
bool begins_with_initials(std::string_view words, std::string_view abbreviation, size_t& length);

}  // namespace signpost
