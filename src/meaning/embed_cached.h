// embed_cached.h - the vectors of many texts: those that are known from the cache, the others from the
// embedder. Tested by tests/unit/meaning/embed_cached_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "meaning/embed_all.h"
#include "meaning/embedding_cache.h"

namespace signpost {

// How many texts an embedder would be asked for, and how long they are: what a run costs.
struct EmbeddingCost {
  size_t texts = 0;
  size_t characters = 0;
};

// Of the texts that the cache has no vector of, each counted once.
EmbeddingCost cost_of_embedding(const Embedder& embedder, EmbeddingCache& cache, TextKind kind,
                                std::span<const std::string> texts);

struct CachedTexts {
  std::vector<std::optional<QuantizedVector>> vectors;  // of the texts, in their order; all of one dimension
  std::vector<EmbeddingKey> keys;                       // under which they are in the cache, each once
  size_t asked = 0;                                     // texts whose vectors the embedder gave
  std::string error;                                    // as that of EmbeddedTexts
};

// `progress` is told how many of the texts that have to be asked for are done, and how many these are.
// Vectors go into the cache as they come. Equal texts are asked for once. Where the embedder answers with
// another dimension than before (another model under the same name), what the cache has of the old one is
// asked for again. REQUIRES: no text is empty.
CachedTexts embed_cached(const Embedder& embedder, EmbeddingCache& cache, TextKind kind,
                         std::span<const std::string> texts, const BatchLimits& limits = {},
                         const std::function<void(size_t done, size_t total)>& progress = {});

}  // namespace signpost
