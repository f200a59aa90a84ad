// indexing_run.h - one run from a source folder to what is published of it: a generation for everybody and,
// where the source has anything internal, one for staff beside it.
// Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include "indexer/meaning_step.h"
#include "indexer/run_memory.h"
#include "indexer/run_report.h"

namespace signpost {

// What the process exits with.
enum ExitCode : int {
  kExitClean = 0,         // published, at most warnings
  kExitErrors = 1,        // published, but something was left out or plain
  kExitNotPublished = 2,  // the index is as it was
};

struct IndexOptions {
  std::string source = "articles";
  std::string output = "index";
  std::string site_file;     // "" for SOURCE/site.yaml, if there is one
  std::string report_file;   // "" for none
  size_t jobs = 0;           // processes of each kind; 0 for one a core
  bool strict = false;       // an error publishes nothing
  bool full = false;         // renders everything, whatever an earlier run left
  bool force = false;        // publishes even if most documents are gone
  bool progress = false;     // draws a bar on `err`
  size_t max_warnings = 50;  // printed
  bool dry_run = false;      // publishes nothing, and tells what it would ask of the embedder
  MeaningOptions meaning;
};

// Indexes and publishes; prints findings to `err` and the summary to `out`, and writes the report file.
// Waits for nothing and leaves nothing behind when it fails. Throws Error when it could not even begin, or
// could not write. REQUIRES: this process has no other thread.
int run_index(const IndexOptions& options, std::ostream& out, std::ostream& err);

// The same for a process that watches its source: goes on from what it remembers of its last run, where
// `changes` since then allow that, and remembers this one when it has published.
int run_index_again(const IndexOptions& options, const SourceChanges& changes, RunMemories& memories,
                    std::ostream& out, std::ostream& err);

// run_index() as a process's last deed: frees nothing, which would take a tenth of the time that a small
// change takes.
[[noreturn]] void run_index_and_exit(const IndexOptions& options, std::ostream& out, std::ostream& err);

}  // namespace signpost
