// pipeline.h - documents from workers that render to writers that index, in order and in bounded memory.
// Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "indexer/corpus.h"
#include "indexer/render_result.h"
#include "indexer/renderer.h"

namespace signpost {

// What a worker process makes of one document of the corpus.
using Render = std::function<RenderResult(uint32_t document, RenderMode mode)>;

struct PipelineOptions {
  size_t workers = 1;
  // Each gets a run of consecutive documents of about the same size. Without any the documents come back in
  // PipelineResult::encoded.
  std::vector<std::string> shard_dirs;
  int lock_fd = -1;                                                  // kept open by the children
  std::function<void(uint64_t documents, uint64_t bytes)> progress;  // called often
};

struct PipelineResult {
  CorpusFacts facts;                                      // nullopt when not rendered, too
  std::vector<std::pair<uint32_t, std::string>> encoded;  // those indexed, ascending; see shard_dirs
  std::vector<Diagnostic> diagnostics;
  uint64_t indexed = 0;
  size_t worker_peak_memory = 0;  // bytes, of the largest
  size_t writer_peak_memory = 0;
};

// Renders these documents of the corpus (ascending) and writes the shards. One that `render` fails on is
// tried again as plain text, with a diagnostic. Throws Error{io} when a shard can't be written. REQUIRES:
// this process has no other thread.
PipelineResult run_pipeline(const Corpus& corpus, const std::vector<uint32_t>& documents,
                            const Render& render, const PipelineOptions& options);

// How many processes these documents are worth: `jobs`, or one a core for 0.
size_t processes_for(size_t documents, size_t jobs);

}  // namespace signpost
