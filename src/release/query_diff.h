// query_diff.h - which queries two generations answer differently, and where each document stood and stands.
// Tested by tests/unit/release/query_diff_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "eval/golden.h"
#include "release/recorded_queries.h"
#include "search/searcher.h"

namespace signpost {

// How deep a document is looked for; below that it has no rank.
inline constexpr uint32_t kDeepestRank = 20;

struct MovedDocument {
  std::string id;
  std::string lang;
  std::string title;
  size_t old_rank = 0;  // from 1; 0 when it is not among the first kDeepestRank
  size_t new_rank = 0;
  bool old_by_meaning = false;  // it stood there without the words of the query (Hit::by_meaning)
  bool new_by_meaning = false;
};

// "", "by meaning", or since when it is or isn't: "by meaning now", "by meaning before".
std::string meaning_note(const MovedDocument& document);

struct QueryChange {
  std::string text;
  std::string lang;
  int line = 0;                     // of a golden query, in its file; 0 for a recorded one
  uint64_t count = 0;               // of a recorded query
  bool passed_before = true;        // what a golden query expects
  bool passes_now = true;           //
  std::vector<MovedDocument> rows;  // what is among the first results of either, by new rank, then by old
};

struct QueryDiff {
  size_t golden = 0;  // compared
  size_t recorded = 0;
  size_t golden_broken = 0;          // passed before, and fail now
  size_t golden_mended = 0;          // the other way round
  std::vector<QueryChange> changed;  // broken golden ones, other golden ones, recorded ones: each as given
};

// Compares the first `depth` results of each, or as many as a golden query looks at when those are more.
QueryDiff compare_queries(const Searcher& before, const Searcher& after,
                          const std::vector<GoldenQuery>& golden, const std::vector<RecordedQuery>& recorded,
                          size_t depth);

}  // namespace signpost
