// word_terms.h - the index terms of a word of a language: folded, stemmed, without the marks that people
// leave out. Tested by tests/unit/index/word_terms_test.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/string_hash.h"
#include "index/stemmer.h"

namespace signpost {

struct WordTerm {
  std::string term;
  // The term of the same word typed without any accents ("" where it is `term`): a stemmer that sees no
  // accents may find another stem, and in Vietnamese the marks are what tells words apart.
  std::string bare;
};

class WordTerms {
 public:
  explicit WordTerms(std::string_view lang);

  // `folded`: one word that fold_case() made. Remembered, because most words come again: the reference is
  // valid until the next call.
  const WordTerm& of(std::string_view folded);

 private:
  WordTerm make(std::string_view folded);
  std::string finished(std::string_view letters);

  Stemmer stemmer_;
  std::u32string_view known_letters_;  // with marks, that the stemmer tells from those without
  bool marks_matter_;
  std::unordered_map<std::string, WordTerm, StringHash, std::equal_to<>> known_;
};

}  // namespace signpost
