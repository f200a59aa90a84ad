// evidence.h - where a document has the words of a query: read from its forward index once, for ranking, for
// the best section and for the snippet. Tested by tests/unit/search/evidence_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "index/forward_index.h"
#include "search/query_plan.h"

namespace signpost {

// One place of one unit.
struct Occurrence {
  uint32_t position = 0;
  uint16_t unit = 0;
  uint16_t zone = 0;  // index of the zone in the document
};

struct UnitEvidence {
  std::array<float, kZoneCount> frequency{};  // by zone; a synonym counts its factor
  float factor = 0;                           // of the best alternative found, 0 when none was
  ForwardView::Exact exact = ForwardView::Exact::no;
  uint32_t begin = 0;  // of its occurrences in Evidence::by_unit
  uint32_t end = 0;
};

// Reused from document to document, so that nothing is allocated.
struct Evidence {
  std::vector<ZoneStart> zones;
  std::vector<UnitEvidence> units;  // as in the plan
  std::vector<Occurrence> by_unit;  // unit by unit, each ascending by position
  std::vector<uint32_t> scratch;
};

enum class Units : uint8_t { all, strong };

// `units`: which of the plan; the others are as if the document had none of them. A snippet is placed by the
// strong ones alone.
void gather_evidence(const QueryPlan& plan, const ForwardView& forward, Evidence& out,
                     Units units = Units::all);

// True when the terms of the phrase stand behind each other somewhere in the document.
bool has_phrase(const Phrase& phrase, const ForwardView& forward);

}  // namespace signpost
