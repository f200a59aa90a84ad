// idf.h - how much a term says by how few documents have it.
// Tested by tests/unit/search/query_plan_test.cc.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace signpost {

// ln(1 + (N - n + 0.5) / (n + 0.5)), the idf of BM25 that is never negative.
inline float idf(uint32_t frequency, uint32_t documents) {
  const float n = static_cast<float>(std::min(frequency, documents));
  return std::log(1 + (static_cast<float>(documents) - n + 0.5F) / (n + 0.5F));
}

}  // namespace signpost
