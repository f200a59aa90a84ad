// previous_run.cc - the published generation counts, not the one made last.
#include "indexer/previous_run.h"

#include "base/error.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/schema.h"

namespace signpost {

PreviousRun load_previous_run(const std::string& index_dir) {
  PreviousRun previous;
  previous.full_because = "there is no earlier run to go on from";
  try {
    const auto current = current_generation(index_dir);
    if (!current) return previous;
    if (read_manifest(*current).schema_version != kSchemaVersion) {
      previous.full_because = "the published index has another format";
      return previous;
    }
    previous.generation_dir = *current;
    previous.state =
        load_run_state(state_dir(index_dir, *current), previous.documents, previous.full_because);
  } catch (const Error&) {
    // Nothing that can be read is published.
  }
  return previous;
}

void complete(PreviousRun& previous) {
  if (!previous.state || !previous.documents.valid()) return;
  try {
    previous.state->documents = previous.documents.get();
  } catch (const Error&) {
    previous.state.reset();
    previous.full_because = kUnreadable;
  }
}

}  // namespace signpost
