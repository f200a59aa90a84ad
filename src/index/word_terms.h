// word_terms.h - the index terms of a word of a language: folded, stemmed, without the marks that people
// leave out. Tested by tests/unit/index/word_terms_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/stemmer.h"

namespace signpost {

// Valid until another word is asked for.
struct WordTerm {
  std::string_view term;
  // The term of the same word typed without any accents ("" where it is `term`): a stemmer that sees no
  // accents may find another stem, and in Vietnamese the marks are what tells words apart.
  std::string_view bare;
};

// Words with their terms: a table of open addressing, at most half full. A snippet asks for hundreds of
// words, so what counts is how much memory a question touches: a slot of eight bytes and, in one piece, the
// word with its terms.
class KnownTerms {
 public:
  std::optional<WordTerm> find(std::string_view word) const;
  // REQUIRES: none of the three is longer than 255 bytes, and the word is not known.
  WordTerm add(std::string_view word, std::string_view term, std::string_view bare);
  size_t size() const { return size_; }

 private:
  struct Slot {
    uint32_t hash = 0;  // its upper half
    uint32_t text = 0;  // where in texts_; 0: empty
  };

  std::string_view word_at(uint32_t text) const;
  WordTerm terms_at(uint32_t text) const;
  void put(uint32_t text);
  void grow();

  static constexpr size_t kFirstSlots = 1024;  // a power of two
  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);
  std::string texts_ = " ";  // of each: three sizes, the word, its term, the bare one
  size_t size_ = 0;
};

class WordTerms {
 public:
  explicit WordTerms(std::string_view lang);

  // `folded`: one word that fold_case() made, of at most 64 bytes. Remembered, because most words come again.
  WordTerm of(std::string_view folded);

 private:
  struct Made {
    std::string term;
    std::string bare;
  };
  Made make(std::string_view folded);
  std::string finished(std::string_view letters);

  Stemmer stemmer_;
  std::u32string_view known_letters_;  // with marks, that the stemmer tells from those without
  bool marks_matter_;
  KnownTerms known_;
};

}  // namespace signpost
