// stand_ins.h - what may stand in a document for a word of the query: its own terms, two words for one,
// synonyms, and completions of a last word that the index does not know. Tested by
// tests/unit/search/query_plan_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_reader.h"
#include "search/query_plan.h"

namespace signpost {

// Each adds alternatives to a unit, and its idf: that of the word itself, and only where the index lacks it
// that of what stands in (factor below 1).
class StandIns {
 public:
  StandIns(std::string_view lang, const IndexReader& index) : lang_(lang), index_(index) {}

  void add(Unit& unit, std::string term, float factor) const;
  void add_split(Unit& unit) const;
  void add_completions(Unit& unit) const;
  // Of the words and sequences of words among `units`.
  void add_synonyms(std::vector<Unit>& units) const;

 private:
  void add_sequence(Unit& unit, const TermSequence& sequence, float factor) const;
  // `words`: places in `units` that the rule's left side is at.
  void add_synonym(std::vector<Unit>& units, const std::vector<size_t>& words,
                   const TermSequence& target) const;

  const std::string lang_;
  const IndexReader& index_;
};

}  // namespace signpost
