// previous_run.h - what a run may go on from. Tested by tests/unit/indexer/incremental_run_test.cc.
#pragma once

#include <optional>
#include <string>

#include "indexer/run_state.h"

namespace signpost {

struct PreviousRun {
  std::optional<RunState> state;  // of the published generation; nullopt when everything must be rendered
  std::string full_because;       // why, then
  std::string generation_dir;  // the published one, if it can be read: files that are in it need no copying
  LaterDocuments documents;    // of the state
};

PreviousRun load_previous_run(const std::string& index_dir);

// Waits for the documents of the state, and puts them into it; without them there is no state.
void complete(PreviousRun& previous);

}  // namespace signpost
