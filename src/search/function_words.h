// function_words.h - the words that grammar wants, of each language that Signpost knows any of. They say
// little about what a query is about. Tested by tests/unit/search/function_words_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Articles, pronouns, prepositions, conjunctions, auxiliary verbs and question words. `word`: folded, its
// accents as they belong or, but in Vietnamese, none. `lang`: any code; a language without a list has no such
// words.
bool is_function_word(std::string_view word, std::string_view lang);

// The languages that have a list, by their codes, ascending.
std::vector<std::string_view> function_word_languages();

// Which one of `languages` most of the words, folded, are function words of, the first of equals; their
// number when none of the words is one.
size_t language_by_function_words(const std::vector<std::string>& words,
                                  const std::vector<std::string>& languages);

}  // namespace signpost
