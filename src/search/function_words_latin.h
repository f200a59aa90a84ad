// function_words_latin.h - function words of languages that are written in Latin letters.
// Tested by tests/unit/search/function_words_test.cc.
#pragma once

#include <span>

#include "search/function_word_lists.h"

namespace signpost {

std::span<const FunctionWordList> latin_function_words();

}  // namespace signpost
