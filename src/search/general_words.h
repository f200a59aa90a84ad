// general_words.h - whether a word is one of its language, though an index may lack it: so that a word that
// is right is not taken for a misspelt one. Tested by tests/unit/search/general_words_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The words of each language as bits that they set (a Bloom filter: Bloom, CACM 13(7), 1970), in sixteen for
// each.
//
// Layout: uint32_t count; {char language[8], padded with '\0'; uint32_t bytes}[count]; the bits of each.
std::string encode_general_words(const std::map<std::string, std::vector<std::string>>& words);

class GeneralWords {
 public:
  // The bytes must outlive the object. Throws Error{corrupt} when they are cut off.
  explicit GeneralWords(std::string_view bytes);

  // Of what is no word of the language, it takes one in two thousand for one. `word`: folded; accents don't
  // matter. `lang`: any code; false for languages without a list.
  bool has(std::string_view lang, std::string_view word) const;

 private:
  std::map<std::string, std::string_view, std::less<>> bits_;
};

}  // namespace signpost
