// korean_verbs.h - conjugated Korean verbs and adjectives, as far as pairs of syllables can tell.
// Tested by tests/unit/search/korean_verbs_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// A word that ends like a verb.
struct KoreanVerb {
  bool certain = false;            // no noun ends so
  size_t ending = 0;               // bytes at its end that say nothing: all of a verb that helps another one
  size_t pair = 0;                 // syllables before the pair that other forms of the verb have otherwise
  std::vector<std::string> forms;  // what stands in its place there: "바꿔" for the "바꾸" of "바꾸고"
};

// Reads one word. `next`: the word behind it, which decides whether one that ends in 지 is a noun. Nullopt
// for what is no verb, and for all that isn't syllables.
std::optional<KoreanVerb> read_korean_verb(std::string_view word, std::string_view next);

// A syllable that says nothing by itself: "안", "수".
bool is_korean_function_syllable(std::string_view syllable);

// False for a pair whose 안 or 못 is a part of a noun ("안전"), not the negation that stands before a verb
// ("안됩"). True for all that begin otherwise.
bool may_negate(std::string_view pair);

}  // namespace signpost
