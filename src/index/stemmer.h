// stemmer.h - Snowball's stemmers by the code of a language.
// Tested by tests/unit/index/word_terms_test.cc.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace signpost {

// The algorithm for a language, "" where there is none. `lang`: any code; those of CJK stem Latin words as
// English.
std::string_view stemming_algorithm(std::string_view lang);

// The codes of the languages that have one, ascending.
std::vector<std::string_view> stemmed_languages();

class Stemmer {
 public:
  explicit Stemmer(std::string_view lang);

  // The stem of a folded word; the word itself where there is no stemmer. The view is valid until the next
  // call, and as long as the word.
  std::string_view stem(std::string_view word);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace signpost
