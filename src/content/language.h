// language.h - codes of languages, BCP 47 (RFC 5646): read as people write them, compared, and what stands in
// for one that is missing. Tested by tests/unit/content/language_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The one spelling of a code: "pt_br" -> "pt-BR", "zh-hans" -> "zh-Hans", "KO" -> "ko". nullopt for what is
// none: a language of two or three letters, then a script, a region or both, and nothing else.
std::optional<std::string> canonical_language(std::string_view tag);

// "pt-BR" -> "pt": what stemmers and other tables of languages go by.
std::string_view base_language(std::string_view code);

// How well text in one language serves who wants another, worst first.
enum class LanguageFit {
  other,         // another language
  variant,       // the same one in another script or, of several, nothing better
  same_script,   // "pt-BR" for "pt-PT"
  part,          // what it is a part of: "pt" for "pt-PT"
  same_meaning,  // "pt-BR" for "pt", "zh-Hant" for "zh-TW": so they are read where they say no more
  same
};

// Both canonical. The scripts and regions that codes mean without saying so are CLDR's likely subtags.
LanguageFit language_fit(std::string_view wanted, std::string_view offered);

// The one of `offered` that serves `wanted` best, the first of equal ones; nullptr when all are other
// languages.
const std::string* best_language(std::string_view wanted, const std::vector<std::string>& offered);
const std::string* best_language(std::string_view wanted, std::vector<std::string>&& offered) = delete;

// Where the name of a language stands; some languages write it with a capital letter in lists only.
enum class NamePlace { list, sentence };

// The name of `code` in the language `in`: "en" is "영어" in "ko", "anglais" in a sentence of "fr". The code
// itself where ICU has no name.
std::string language_name_in(const std::string& code, const std::string& in, NamePlace place);

// The name of a language in itself: "ko" -> "한국어", "pt-BR" -> "Português (Brasil)".
std::string own_language_name(const std::string& code);

}  // namespace signpost
