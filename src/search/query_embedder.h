// query_embedder.h - a model that is asked what a query means, where words and table don't tell.
// Tested by tests/unit/service/meant_hits_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "content/site.h"

namespace signpost {

class QueryEmbedder {
 public:
  virtual ~QueryEmbedder() = default;

  // The vector that the model of these settings gives to a query: of `dimension` numbers and length 1.
  // Nullopt where none came in time; another call may be luckier. Called from many threads; never throws.
  virtual std::optional<std::vector<float>> vector_of(std::string_view query, const MeaningSettings& settings,
                                                      uint32_t dimension) const = 0;
};

}  // namespace signpost
