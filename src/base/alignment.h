// alignment.h - the best way to lay one short sequence over another.
// Tested by tests/unit/base/alignment_test.cc.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace signpost {

// Places in the two sequences that belong together, ascending in both.
using AlignedPairs = std::vector<std::pair<size_t, size_t>>;

// Of two sequences of these lengths the pairs whose likeness adds up to most; of several such ways the one
// that pairs earlier. `likeness(i, j)`: a uint32_t, how much speaks for i and j being the same, 0 for what
// can't be. Takes time and memory for first * second.
template <typename Likeness>
AlignedPairs align(size_t first, size_t second, Likeness likeness) {
  const size_t width = second + 1;
  std::vector<uint32_t> best((first + 1) * width, 0);  // of what is left from here on
  for (size_t i = first; i-- > 0;) {
    for (size_t j = second; j-- > 0;) {
      const uint32_t like = likeness(i, j);
      const uint32_t both = like == 0 ? 0 : like + best[(i + 1) * width + j + 1];
      best[i * width + j] = std::max({both, best[(i + 1) * width + j], best[i * width + j + 1]});
    }
  }
  AlignedPairs pairs;
  for (size_t i = 0, j = 0; i < first && j < second;) {
    const uint32_t like = likeness(i, j);
    if (like != 0 && best[i * width + j] == like + best[(i + 1) * width + j + 1]) {
      pairs.emplace_back(i++, j++);
    } else if (best[i * width + j] == best[(i + 1) * width + j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

}  // namespace signpost
