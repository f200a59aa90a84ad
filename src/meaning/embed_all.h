// embed_all.h - the vectors of many texts, batch by batch, with patience for a server that is busy.
// Tested by tests/unit/meaning/embed_all_test.cc.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "index/quantized_vector.h"
#include "meaning/embedder.h"

namespace signpost {

struct BatchLimits {
  size_t texts = 32;                                // of one request, and
  size_t bytes = 32'000;                            // of these texts: about 8,000 tokens in any script
  std::chrono::milliseconds deadline{60'000};       // of one request
  int tries = 4;                                    // of one batch
  std::chrono::milliseconds pause{500};             // before the second; each further one waits twice as long
  std::chrono::milliseconds longest_pause{30'000};  // whatever Retry-After says
};

struct EmbeddedTexts {
  std::vector<std::optional<QuantizedVector>> vectors;  // of the texts, in their order
  std::string error;  // why the rest was not asked for, or what came of the last text without a vector; ""
                      // when all have one
};

// Vectors that have come, of texts[first] and those behind it: to be kept at once, so that a run which ends
// early has not asked in vain, and to show progress.
using OnVectors = std::function<void(size_t first, std::span<const QuantizedVector> vectors)>;

// Batches that the server finds too large are halved, a text that it finds too long alone is cut by half
// until it fits. Throws nothing of the server's: when it goes away or refuses, what it gave before comes back
// with the reason. Blocks for as long as it takes. REQUIRES: no text is empty.
EmbeddedTexts embed_all(const Embedder& embedder, TextKind kind, std::span<const std::string> texts,
                        const BatchLimits& limits = {}, const OnVectors& on_vectors = {});

}  // namespace signpost
