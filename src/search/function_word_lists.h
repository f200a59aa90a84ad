// function_word_lists.h - how the lists of function_words.h are written down.
//
// They were written for this project from the closed classes of each language's grammar: what is an article,
// a pronoun, a preposition, a conjunction, a particle, a form of an auxiliary verb, or asks; no list of
// others was copied. A word that also names a thing that help is about stays out.
//
// Tested by tests/unit/search/function_words_test.cc.
#pragma once

#include <string_view>

namespace signpost {

struct FunctionWordList {
  std::string_view lang;   // base code
  std::string_view words;  // one space between, as they are spelled in lower case
};

}  // namespace signpost
