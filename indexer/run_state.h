// run_state.h - what a run leaves for the next one, so that it need only look at what changed: the sources it
// saw, what became of each document, and the facts of the segments. Tested by
// tests/unit/indexer/incremental_run_test.cc.
//
//   INDEX/state/GENERATION/run       this, of the run that made the generation
//   INDEX/state/GENERATION/*.words, *.documents    of its base segment (segment_builder.h)
//
// Nothing that serves needs it. It is a cache: without it, or with one that cannot be read, the next run is a
// full one.
#pragma once

#include <cstdint>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/parse.h"
#include "index/merge.h"
#include "index/segment_builder.h"
#include "indexer/file_state.h"
#include "indexer/render_result.h"

namespace signpost {

struct DocumentState {
  SourceInfo info;
  std::vector<std::string> files;
  bool indexed = false;
  DocumentPlace place;  // when it is indexed
  DocumentFacts facts;  // links count documents as this state does
  std::vector<Diagnostic> diagnostics;
};

// What every document depends on besides its own files.
struct RunSettings {
  std::string program;  // its build, and the version of the index
  std::string site;     // what of the site shows in pages or analysis, as JSON; no synonyms, no best bets
};

struct RunState {
  RunSettings settings;
  SourceStates sources;
  std::vector<std::string> other_files;
  std::vector<DocumentState> documents;  // in the order of the corpus
  SegmentSource base;                    // its files lie in the state's folder
  std::vector<std::string> delta;        // documents of the second segment, as encode_document() gave them
};

// Folder of the state of this generation, "INDEX/state/GENERATION".
std::string state_dir(const std::string& index_dir, const std::string& generation_dir);

void save_run_state(const RunState& state, const std::string& dir);  // throws Error{io}

inline constexpr char kUnreadable[] = "what the last run left cannot be read";

// Its documents, which are most of it: they are read while the source is listed.
using LaterDocuments = std::future<std::vector<DocumentState>>;

// Of this generation, without its documents; nullopt when there is none of use, and then `why` says so.
std::optional<RunState> load_run_state(const std::string& dir, LaterDocuments& documents, std::string& why);

// Deletes the states of generations that are gone.
void prune_run_states(const std::string& index_dir);

}  // namespace signpost
