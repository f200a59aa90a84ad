// sequences.h - how many documents have terms behind each other, where no more than about how many matters.
// Tested by tests/unit/search/sequences_test.cc.
#pragma once

#include <cstdint>

#include "search/index_reader.h"

namespace signpost {

// Documents in which the terms stand as the sequence has them. Of those that have all of its terms the first
// few are read, and the others taken to be like these: 0 may mean that few have it. Nothing is read once
// `enough` are found; what comes back then is at least that.
uint32_t documents_with(const TermSequence& sequence, const IndexReader& index, uint32_t enough = UINT32_MAX);

}  // namespace signpost
