// signals.h - what speaks for a document as the answer to a query, as plain values: ranking.h makes a number
// of them. Tested by tests/unit/search/signals_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "search/evidence.h"
#include "search/index_reader.h"
#include "search/meaning.h"
#include "search/query_plan.h"

namespace signpost {

// Of a query, the same for all documents.
struct QuerySignals {
  float weight = 0;            // of all its units together
  float title_weight = 0;      // of all of them if they stood in a title
  float words = 0;             // that it has; a stop word counts half, as does a pair of CJK characters
  bool alphabet_only = false;  // no CJK characters, and no language is preferred
};

// Of a document, whatever the query is.
struct DocumentSignals {
  Kind kind = Kind::help;
  bool solved = false;
  bool cjk = false;  // its language is Chinese, Japanese or Korean
  int32_t votes = 0;
  int32_t weight = 0;                           // the author's emphasis, from front matter
  std::optional<uint32_t> age;                  // days since it was updated; none: unknown, or not yet
  uint32_t title_length = 0;                    // positions
  std::array<float, kZoneCount> zone_length{};  // beside that of an average document, which is 1
};

// How a unit of the query stands in a document.
struct UnitSignals {
  std::string_view surface;  // the plan's
  float weight = 0;          // how much of the query it is
  float title_weight = 0;    // and where it stands in a title: more, for a stop word
  float found = 0;           // 1: the word itself, less: what stands in for it, 0: nothing
  bool exact = false;        // in the title or a heading, spelled as it was typed
  std::array<float, kZoneCount> frequency{};
};

// Two neighbours of the query that are both in a document.
struct PairSignals {
  float weight = 0;    // of the lighter one
  float nearness = 0;  // 1: somewhere as far apart as in the query; 0: nowhere near each other
  bool run = false;    // of one run of CJK characters
};

struct TitleSignals {
  float found = 0;           // title weight of the units that are in it
  uint32_t covered = 0;      // of its positions, those that they take
  bool whole_query = false;  // nothing that the index knows of the query is missing in it
};

// Of a query in a document.
struct MatchSignals {
  std::vector<UnitSignals> units;  // as in the plan
  std::vector<PairSignals> pairs;  // with nearness
  TitleSignals title;
  uint32_t section = 0;      // the best one
  float section_weight = 0;  // how much of the query it has, its heading counting double
};

// Of a query beside the nearest section of a document.
struct MeaningSignals {
  float weight = 0;  // Meaning::weight
  float cosine = 0;  // of the angle between them, 0 where they have nothing in common or nothing is known
  uint32_t section = 0;
};

// Of the visitors who asked the same, where the site lets clicks count; see clicks.h.
struct ClickSignals {
  float share = 0;      // of them that would choose it if they looked at it, 0..1
  uint64_t chosen = 0;  // visits that did
  uint64_t visits = 0;  // that asked
};

struct DocumentClicks {
  uint32_t number = 0;
  ClickSignals clicks;
};

// All that a document is ranked by.
struct RankingSignals {
  QuerySignals query;
  DocumentSignals document;
  MatchSignals match;
  MeaningSignals meaning;
  ClickSignals clicks;
};

// `latin`: without CJK characters. `lang`: the preferred language, "" for none.
QuerySignals query_signals(const QueryPlan& plan, bool latin, std::string_view lang);

// `today`: days since 1970-01-01.
DocumentSignals document_signals(const IndexReader& index, uint32_t number, uint32_t today);

// `meaning`: of the query, null for none.
MeaningSignals meaning_signals(const IndexReader& index, uint32_t number, const Meaning* meaning);

// `clicked`: documents that were chosen for the query, each once.
ClickSignals click_signals(std::span<const DocumentClicks> clicked, uint32_t number);

// `evidence`: of the document. `out` is reused from document to document, and views into the plan.
void match_signals(const QueryPlan& plan, const Evidence& evidence, uint32_t title_length, MatchSignals& out);

}  // namespace signpost
