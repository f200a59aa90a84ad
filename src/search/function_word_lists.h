// function_word_lists.h - the lists of function_words.h as they are written down.
// Tested by tests/unit/search/function_words_test.cc.
#pragma once

#include <span>
#include <string_view>

namespace signpost {

struct FunctionWordList {
  std::string_view lang;   // base code
  std::string_view words;  // one space between, as they are spelled in lower case
};

// Written for this project from the closed classes of each language's grammar: what is an article, a
// pronoun, a preposition, a conjunction, a particle, a form of an auxiliary verb, or asks. No word that also
// names a thing that help is about ("can" is one, "will" is one, but not "may" of the calendar).
std::span<const FunctionWordList> latin_function_words();  // Latin letters
std::span<const FunctionWordList> other_function_words();  // all other scripts

}  // namespace signpost
