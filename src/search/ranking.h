// ranking.h - how well a document answers a query: one number of its signals, and what that is made of.
// Tested by tests/unit/search/ranking_test.cc and the goldens in tests/relevance/.
#pragma once

#include <vector>

#include "search/signals.h"
#include "search/types.h"

namespace signpost {

// Higher is better; numbers of different queries can't be compared. Reads nothing but its argument.
float score(const RankingSignals& signals);

// By how much the clicks of visitors, however many and whoever's, may raise a score at most: a factor.
inline constexpr float kMostByClicks = 1.3F;

// Share of what the query weighs that the document has at all, 0..1.
float coverage(const RankingSignals& signals);

// What score() is made of, in the order of its parts: summands first, then factors, each with the signals
// that it comes from. Parts that change nothing are left out.
std::vector<Contribution> explain(const RankingSignals& signals);

}  // namespace signpost
