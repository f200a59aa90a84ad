// function_words.h - the words that grammar wants, of each language that Signpost knows any of. They say
// little about what a query is about. Tested by tests/unit/search/function_words_test.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/string_hash.h"

namespace signpost {

using FunctionWordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

// Articles, pronouns, prepositions, conjunctions, auxiliary verbs and question words of a language.
class FunctionWords {
 public:
  // Any code; a language without a list has no such words.
  explicit FunctionWords(std::string_view lang);
  // `word`: folded, its accents as they belong or, but in Vietnamese, none.
  bool has(std::string_view word) const;

 private:
  bool stop_words_;  // those of stop_words.h are its list
  const FunctionWordSet* words_ = nullptr;
};

// The same of one word.
bool is_function_word(std::string_view word, std::string_view lang);

// The languages that have a list, by their codes, ascending.
std::vector<std::string_view> function_word_languages();

// Which one of `languages` most of the words, folded, are function words of, the first of equals; their
// number when none of the words is one.
size_t language_by_function_words(const std::vector<std::string_view>& words,
                                  const std::vector<std::string_view>& languages);

}  // namespace signpost
