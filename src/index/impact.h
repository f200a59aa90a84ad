// impact.h - how much a term says about a document, as a small whole number: what the postings keep in place
// of a frequency. Tested by tests/unit/index/encode_test.cc.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace signpost {

inline constexpr uint32_t kMaxImpact = 100;
// Of it, what only words of the title have: however often a text has a word, it is not what it is called.
inline constexpr uint32_t kTitleImpact = 30;

// BM25's part of the document (Robertson and Zaragoza 2009, formula 3.15), times idf the score of a term, as
// a share of what it tends to. `frequency`: weighted by zone; `length`: the sum of all terms' frequencies.
// Lengths are compared with a fixed one instead of the corpus's average, so that a document's impacts never
// change when others do; and long documents are hardly punished, because the second pass looks closer.
inline uint32_t impact(uint32_t frequency, uint64_t length, bool in_title) {
  constexpr float kK1 = 1.2F;
  constexpr float kB = 0.4F;
  constexpr float kUsualLength = 600;
  const auto f = static_cast<float>(frequency);
  const float norm = kK1 * (1 - kB + kB * static_cast<float>(length) / kUsualLength);
  constexpr auto kTextImpact = static_cast<float>(kMaxImpact - kTitleImpact);
  const auto text = static_cast<uint32_t>(std::lround(f / (f + norm) * kTextImpact));
  return std::max(1u, text) + (in_title ? kTitleImpact : 0);
}

}  // namespace signpost
