// glossary.h - glossary.bin: which words of one language translate which of another, as the translations of
// the site's own articles say. Tested by tests/unit/index/glossary_test.cc.
//
// A word is a term of the index; of a language without spaces a piece of a run (translatable_text.h).
//
// Layout (little-endian): uint32_t words; uint64_t sum[words], of each word with its language, ascending;
// uint32_t end[words], where its translations end, in bytes behind these tables; then of each word its
// translations: uint8_t likeness, language and text, each behind its size (LEB128).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_io.h"

namespace signpost {

struct Translation {
  std::string lang;
  std::string text;
  float likeness = 1;  // 1 for the likeliest into its language, less for others; more than 0
};

struct GlossaryEntry {
  uint64_t sum = 0;  // glossary_sum()
  std::vector<Translation> translations;
};

uint64_t glossary_sum(std::string_view lang, std::string_view word);

// Entries in any order. REQUIRES: no two of one sum.
std::string encode_glossary(std::vector<GlossaryEntry> entries);

// Safe to use from many threads. Sums and ends are in memory, translations are read in place.
class Glossary {
 public:
  // Throws Error{not_found, io}, and Error{corrupt} where sizes and order don't hold.
  explicit Glossary(const std::string& path);

  size_t words() const { return sums_.size(); }

  // Empty for a word that it doesn't have. Throws Error{corrupt, io}.
  std::vector<Translation> find(std::string_view lang, std::string_view word) const;

  // Reads every entry. Throws Error{corrupt, io}.
  void read_all() const;

 private:
  std::vector<Translation> read(size_t entry) const;

  RandomFile file_;
  std::vector<uint64_t> sums_;
  std::vector<uint32_t> ends_;
  uint64_t translations_at_ = 0;
};

}  // namespace signpost
