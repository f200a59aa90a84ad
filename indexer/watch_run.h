// watch_run.h - indexes a source, and again after every change of it.
// Tested by tests/faults/source_test.cc and kill_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>

#include "indexer/indexing_run.h"

namespace signpost {

// Called after the first run with the documents that are published, by that run or an earlier one; 0 when
// nothing is. False ends the watch.
using AfterFirstRun = std::function<bool(uint64_t documents)>;

// Indexes at once, and again whenever something has changed, for as long as the process lives. What stops a
// run is printed to `err`, and the next change is waited for. Throws Error when the source cannot be watched,
// or when another process already watches for this index. REQUIRES: this process has no other thread.
void watch_source(const IndexOptions& options, std::ostream& out, std::ostream& err,
                  const AfterFirstRun& after_first_run);

}  // namespace signpost
