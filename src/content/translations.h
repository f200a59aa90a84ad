// translations.h - a text, or a value, in several languages, as the settings give it.
// Tested by tests/unit/content/site_test.cc and contact_settings_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "content/language.h"

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

// Code, as canonical_language() writes it -> text.
using Translations = std::map<std::string, std::string>;

// Reads one text, or a map from language to text. One text is kept under "", until settle() knows what
// language that is. A wrong one adds an error with its line, and `out` stays as it was.
void read_translations(const std::string& key, const YAML::Node& value, YamlErrors& errors,
                       Translations& out);
void settle(Translations& texts, const std::string& default_language);

// Of values by language, where "" stands for all languages: that of the language, else of the one that it is
// a variant of, else of all; nullptr for none.
template <typename T>
const T* for_language(const std::map<std::string, T>& by_language, std::string_view lang) {
  for (const std::string_view wanted : {lang, base_language(lang), std::string_view()}) {
    if (const auto found = by_language.find(std::string(wanted)); found != by_language.end())
      return &found->second;
  }
  return nullptr;
}

}  // namespace signpost
