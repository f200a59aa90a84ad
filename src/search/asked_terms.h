// asked_terms.h - what a query is about, as a set of terms: the same for every order of its words, every
// inflection and all the small words around them. Tested by tests/unit/search/asked_terms_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The index terms of its words, ascending, each once. Left out are stop words and function words of `lang`,
// pairs of Japanese and Korean grammar, what is excluded ("-beta") and filters; a query that has nothing else
// keeps its words. `lang`: whose stemmer is used, any code.
std::vector<std::string> asked_terms(std::string_view text, const std::string& lang);

// Whether pairs of Japanese characters with hiragana count: they are particles, and the ends of verbs.
enum class KanaPairs { left_out, kept };

// The same of a text that need be no query, such as a heading; what it asks with is left out, and it may be
// that nothing else is there.
std::vector<std::string> telling_terms(std::string_view text, const std::string& lang,
                                       KanaPairs kana = KanaPairs::left_out);

}  // namespace signpost
