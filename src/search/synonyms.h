// synonyms.h - finds the synonyms of a query's words, of several words too.
// Tested by tests/unit/search/synonyms_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/site.h"

namespace signpost {

// Terms that stand behind each other.
struct TermSequence {
  std::vector<std::string> terms;
  std::vector<uint32_t> offsets;  // positions after the first
};

// Words, names' parts and CJK pairs of a text as a sequence.
TermSequence analyze_sequence(std::string_view text, const std::string& lang);

// Built once for a generation; safe to use from many threads.
class Synonyms {
 public:
  explicit Synonyms(const std::vector<SynonymRule>& rules);

  // The sequences that mean the same as these terms in this language; null when there are none.
  const std::vector<TermSequence>* find(const std::string& lang, const std::vector<std::string>& terms) const;
  // Terms of the longest left side.
  size_t longest() const { return longest_; }

 private:
  static std::string key(const std::string& lang, const std::vector<std::string>& terms);
  std::unordered_map<std::string, std::vector<TermSequence>> targets_;
  size_t longest_ = 0;
};

}  // namespace signpost
