// generation_writer.h - what was rendered, with what an earlier generation has, as the files of a new one.
// Tested by tests/unit/indexer/incremental_run_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/site.h"
#include "index/merge.h"
#include "indexer/corpus.h"
#include "indexer/pipeline.h"
#include "indexer/run_plan.h"
#include "indexer/run_state.h"

namespace signpost {

// Where it is written: a new generation, and the folder of the state that goes with it.
struct GenerationDirs {
  std::string generation;
  std::string state;
  std::string previous;  // the generation that `previous` state is of; "" for a full run
};

// Writes the segments and all beside them, and fills in `places` (by document of the corpus; only those with
// facts mean something) and `state`'s base and delta. Throws Error{io}.
IndexStats write_full(const std::vector<std::string>& shard_dirs, const PipelineResult& rendered,
                      const Corpus& corpus, const Site& site, const GenerationDirs& dirs, RunState& state,
                      std::vector<DocumentPlace>& places);
IndexStats write_delta(PipelineResult& rendered, const RunPlan& plan, const RunState& previous,
                       const Corpus& corpus, const Site& site, const GenerationDirs& dirs, RunState& state,
                       std::vector<DocumentPlace>& places);

// Where no document changed since `previous`: all files of its generation are those of this one too, but for
// incidents and what pages show, and so is its state, which may know of other incidents than there are.
// Moves the delta out of `previous`. Throws Error{io}.
void share_generation(RunState& previous, const GenerationDirs& dirs, RunState& state,
                      std::vector<DocumentPlace>& places);

}  // namespace signpost
