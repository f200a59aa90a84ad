// learn.h - gives a generation that is being written its meaning: vectors of its sections, and the table that
// turns a query into one. Tested by tests/unit/meaning/learn_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "meaning/embed_all.h"
#include "meaning/embedder.h"
#include "meaning/embedding_cache.h"

namespace signpost {

// What learning asks of the embedder.
struct MeaningCost {
  uint64_t passages = 0;    // that the cache lacks
  uint64_t queries = 0;     // likewise: titles, headings, spans
  uint64_t characters = 0;  // of all of these, as far as they are sent
};

struct MeaningReport {
  uint64_t sections = 0;  // that have a vector
  uint64_t missing = 0;   // sections that have none, because the embedder gave none
  uint64_t asked = 0;     // texts that the embedder was asked for
  uint64_t terms = 0;     // of the query table; 0 where there was too little to learn from
  std::string warning;    // why something is missing, "" where nothing is
};

struct LearnOptions {
  BatchLimits limits;
  bool prune = false;  // the cache is this index's alone: what it hasn't needed may go
  std::function<void(uint64_t done, uint64_t of)> progress;  // texts embedded
};

// Counts without asking. `generation_dir`: all of it written, but not sealed. Throws Error{corrupt, io}.
MeaningCost cost_of_meaning(const std::string& generation_dir, const Embedder& embedder,
                            EmbeddingCache& cache);

// Writes vectors.bin and query-table.bin beside the other files, and related.bin anew; or none of them where
// too little is known. What the embedder doesn't give is done without. Throws Error{corrupt, io} for what the
// disk refuses only.
MeaningReport learn_meaning(const std::string& generation_dir, const Embedder& embedder,
                            EmbeddingCache& cache, const LearnOptions& options = {});

}  // namespace signpost
