// text_language.h - which language a text is in, as far as its letters tell.
// Tested by tests/unit/content/text_language_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace signpost {

struct TextLanguage {
  std::string code;      // "ko", "ja", "th"; "" when several languages are written like this
  bool english = false;  // with the code "": its words do not speak against English
};

// Counts letters of Markdown sources by script; front matter and code in fences are passed over.
class LetterCount {
 public:
  void add(std::string_view markdown);

  // Hangul is Korean, kana Japanese, Han without kana Chinese; Thai, Hebrew, Greek and a few others have a
  // script each. Arabic and Cyrillic letters are told apart by those that only some of their languages have.
  // Latin letters are taken for English unless they make more small words of other languages.
  TextLanguage language() const;

 private:
  void add_line(std::string_view line);
  void add_word(std::string_view word);
  std::string language_of_script(int script) const;
  uint64_t of(std::u32string_view letters) const;

  std::map<int, uint64_t> scripts_;       // UScriptCode -> letters
  std::map<char32_t, uint64_t> letters_;  // of Arabic and Cyrillic
  uint64_t english_words_ = 0;            // such as "the"
  uint64_t foreign_words_ = 0;            // such as "und", of other languages in Latin letters
};

}  // namespace signpost
