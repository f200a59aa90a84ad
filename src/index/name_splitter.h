// name_splitter.h - finds the words of a stretch of text without spaces, and whether they make up a name.
// Tested by tests/unit/index/analyzer_test.cc.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace signpost {

// A word inside a stretch. Bytes in the text.
struct WordPart {
  size_t begin = 0;
  size_t end = 0;
  bool camel = false;  // cut out of a camelCase or letter-digit word: no word by its own spelling
};

// A stretch of words joined by '-', '_', '.', '::', '@', an apostrophe or nothing but a change of case.
struct NameSpan {
  size_t begin = 0;         // without a leading "--"
  size_t end = 0;           // behind a trailing '#' or "++"
  bool flag = false;        // begins with "--"
  bool dot = false;         // a name that begins with a dot: ".env", ".NET"
  bool apostrophe = false;  // its only joints are apostrophes: an ordinary word
  std::vector<WordPart> parts;
};

// Beside U+0027, between letters: quotation marks, accents and primes that keyboards offer in its place, the
// letters that Unicode made of it, the full-width one, and what Hebrew writes in abbreviations.
inline constexpr std::array<std::string_view, 11> kOtherApostrophes = {
    "\u2019", "\u2018", "\u201B", "\u2032", "\u02BC", "\u02BB", "\uFF07", "\u05F3", "\u05F4", "\u00B4", "`"};

// The word that ends at text[end] has an apostrophe behind it, and then another word.
bool ends_at_apostrophe(std::string_view text, size_t end);

// Reads the stretch that begins at text[i], which must be a word character, and moves i behind it.
void read_name(std::string_view text, size_t& i, bool split_apostrophe, NameSpan& out);

}  // namespace signpost
