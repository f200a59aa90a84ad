// interface_words.cc - see interface_words.h.
#include "content/interface_words.h"

#include <algorithm>

#include "content/language.h"

namespace signpost {
namespace {

struct InterfaceWord {
  std::string_view lang;
  std::string_view key;
  std::string_view text;
};

constexpr InterfaceWord kInterfaceWords[] = {
#include "interface_words.inc"
};

std::string_view word_in(std::string_view key, std::string_view lang) {
  for (const InterfaceWord& word : kInterfaceWords) {
    if (word.lang == lang && word.key == key) return word.text;
  }
  return {};
}

}  // namespace

// The words are in base languages only.
std::string_view interface_word(std::string_view key, std::string_view lang) {
  if (const std::string_view text = word_in(key, base_language(lang)); !text.empty()) return text;
  const std::string_view english = word_in(key, "en");
  return english.empty() ? key : english;
}

std::string interface_words_with(std::string_view key, std::string_view lang, std::string_view value) {
  std::string text(interface_word(key, lang));
  const size_t begin = std::min(text.find('{'), text.size());
  const size_t end = std::min(text.find('}', begin), text.size());
  return text.replace(begin, end - begin + 1, value);
}

}  // namespace signpost
