// next_state.h - the state that a run leaves, put together of what it rendered and of what it kept.
// Tested by tests/unit/indexer/incremental_run_test.cc.
#pragma once

#include <vector>

#include "content/diagnostic.h"
#include "index/merge.h"
#include "indexer/corpus.h"
#include "indexer/pipeline.h"
#include "indexer/run_plan.h"
#include "indexer/run_state.h"

namespace signpost {

// What rendering found, by document: the next run may keep it.
void keep_findings(const Corpus& corpus, const std::vector<Diagnostic>& diagnostics, RunState& state);

// Moves the facts of documents that were not rendered into `rendered`, with links that count as this corpus
// does, and their findings into `state`. Returns these findings.
std::vector<Diagnostic> keep_unchanged(const Corpus& corpus, const RunPlan& plan, RunState& previous,
                                       PipelineResult& rendered, RunState& state);

// Moves the rest out of the corpus and the facts. `places`: by document of the corpus.
void complete_state(Corpus& corpus, PipelineResult& rendered, const std::vector<DocumentPlace>& places,
                    RunState& state);

}  // namespace signpost
