// query_plan.h - what a query looks for: its words as index terms, with how much each one counts.
// Tested by tests/unit/search/query_plan_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_reader.h"
#include "search/query_syntax.h"

namespace signpost {

inline constexpr uint32_t kNearby = 0;

// One way in which a unit may stand in a document.
struct Alternative {
  std::string term;
  uint32_t hash = 0;  // of the term
  float factor = 1;   // 1 for the word itself, less for a synonym or a completion
  // Terms that must follow, for a synonym of several words, with their positions after the first term's;
  // kNearby for one that may stand somewhere around it, as the parts of a compound do.
  std::vector<std::string> more_terms;
  std::vector<uint32_t> more_hashes;
  std::vector<uint32_t> more_offsets;
};

// A word, a name, a sign, or a pair of CJK characters of the query.
struct Unit {
  std::string surface;  // as it was typed, folded
  std::vector<Alternative> alternatives;
  uint32_t exact_hash = 0;  // of the surface; 0 when exactness means nothing
  float weight = 1;         // how much it says about the query; little for stop words
  float idf = 0;            // of the word itself, else of what stands in for it; 0 when the index has none
  float rarity = 0;         // the idf of the word itself where the other one is held down; else 0
  uint32_t position = 0;    // in the query
  bool guess = false;       // the index lacks it, and the form, longer word or two words found may be others
  bool stop_word = false;   // it says more in a title than in a text
  bool elided = false;      // an article that an apostrophe cut off: never more than weak
  bool weak = false;        // it adds to a document's score, but makes none match
  bool cjk = false;
  bool whole = false;      // a name joined
  bool syllable = false;   // of a language that puts spaces between syllables
  bool name_part = false;  // a part of a name whose whole is a unit too
};

// Terms that must stand behind each other.
struct Phrase {
  std::vector<std::string> terms;
  std::vector<uint32_t> hashes;
  std::vector<uint32_t> offsets;  // positions after the first term's
};

inline constexpr size_t kMaxUnits = 64;

struct QueryPlan {
  std::vector<Unit> units;  // at most kMaxUnits, in the query's order
  std::vector<Phrase> phrases;
  std::vector<Phrase> excluded;
  std::vector<std::string> words;  // what is searched, for people

  bool empty() const { return units.empty(); }
};

// `lang`: whose stemmer is used first. The last word may be a beginning when the query ends open.
QueryPlan make_plan(const ParsedQuery& query, std::string_view lang, const IndexReader& index);

}  // namespace signpost
