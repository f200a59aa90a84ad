// stand_ins.h - what may stand in a document for a word of the query: its own terms, other spellings, two
// words for one and one for two, synonyms, and for a word that the index does not know what it may become
// when it is finished, or what it is short for. Tested by tests/unit/search/query_plan_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/function_words.h"
#include "search/index_reader.h"
#include "search/query_plan.h"

namespace signpost {

// Each adds alternatives to a unit, and its idf: that of the word itself, and only where the index lacks it
// that of what stands in (factor below 1).
class StandIns {
 public:
  StandIns(std::string_view lang, const IndexReader& index);

  void add(Unit& unit, std::string term, float factor) const;
  // Several words that stand in for one.
  void add_sequence(Unit& unit, const TermSequence& sequence, float factor) const;
  void add_spellings(Unit& unit) const;
  void add_split(Unit& unit) const;
  // Of a compound, its two parts near each other.
  void add_compound_parts(Unit& unit) const;
  // Of a pair of Chinese characters, its simplified and traditional forms.
  void add_chinese_forms(Unit& unit) const;
  // Of the pairs of a run, which begin at units[first].
  void add_okurigana(std::vector<Unit>& units, size_t first) const;
  void add_completions(Unit& unit) const;
  void add_long_form(Unit& unit) const;
  // Of neighbours among `units` that the index has as one word.
  void add_joined(std::vector<Unit>& units) const;
  // Of two of them, whatever their order, that the index has in a compound.
  void add_compounds(std::vector<Unit>& units) const;
  // Of a pair of a Korean verb, those that its other forms have.
  void add_forms(Unit& unit, const std::vector<std::string>& forms) const;
  // Of the words and sequences of words among `units`.
  void add_synonyms(std::vector<Unit>& units) const;

 private:
  bool is_rare(const Unit& unit) const;
  // `words`: places in `units` that the rule's left side is at.
  void add_synonym(std::vector<Unit>& units, const std::vector<size_t>& words,
                   const TermSequence& target) const;

  const std::string lang_;
  const IndexReader& index_;
  const FunctionWords function_words_;
  const bool compounds_;   // as one word, in the language of the query
  bool chinese_ = false;   // the query may be, and documents are
  bool japanese_ = false;  // likewise
};

}  // namespace signpost
