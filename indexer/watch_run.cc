// watch_run.cc - see watch_run.h.
#include "indexer/watch_run.h"

#include <ostream>

#include "base/error.h"
#include "index/generation.h"
#include "indexer/published_generation.h"
#include "indexer/source_watch.h"

namespace signpost {
namespace {

// Editors save in several steps; this long after the last one the run begins.
constexpr int kQuietMilliseconds = 50;

void index_once(const IndexOptions& options, const SourceChanges& changes, RunMemories& memories,
                std::ostream& out, std::ostream& err) {
  try {
    run_index_again(options, changes, memories, out, err);
  } catch (const std::exception& error) {
    err << "signpost-index: error: " << message_of(error) << std::endl;
  }
}

}  // namespace

void watch_source(const IndexOptions& options, std::ostream& out, std::ostream& err,
                  const AfterFirstRun& after_first_run) {
  SourceWatch changes(options.source, options.output, {options.site_file});
  const IndexLock lock(options.output, IndexLock::To::watch);
  RunMemories memories;
  index_once(options, {}, memories, out, err);
  if (!after_first_run(published_documents(options.output))) return;
  while (changes.wait(kQuietMilliseconds)) index_once(options, changes.take_changes(), memories, out, err);
}

}  // namespace signpost
