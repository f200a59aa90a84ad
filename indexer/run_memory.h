// run_memory.h - what a watching process keeps of its last run in memory, so that the next one reads what
// changed and nothing else: no list of the source, no state of the last run.
// Tested by tests/unit/indexer/watched_run_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/corpus.h"
#include "indexer/run_state.h"
#include "indexer/site_file.h"
#include "indexer/source_watch.h"

namespace signpost {

// Of a run that has published.
struct RunMemory {
  SiteFile site;
  Corpus corpus;  // without its states: these are the state's
  RunState state;
  IndexStats stats;
  std::string generation_dir;
};

// Of both indexes that one source may have.
struct RunMemories {
  std::optional<RunMemory> everybody;
  std::optional<RunMemory> staff;
};

// Brings corpus and state up to date with texts that changed, and with incidents that changed, came or went,
// and returns the numbers of the documents among them. nullopt, and `memory` is of no use any more, where
// only a scan can tell what the changes mean: articles came or went, front matter says another identity, a
// page's time has come, settings or lists changed. `output_dir`: see scan_corpus().
std::optional<std::set<uint32_t>> take_changes_over(const SourceChanges& changes, RunMemory& memory,
                                                    const std::string& output_dir);

}  // namespace signpost
