// source_walk.h - lists the files of a source folder: what may be indexed, what can't be and why.
// Tested by tests/unit/indexer/source_walk_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "indexer/file_state.h"
#include "indexer/source_folder.h"

namespace signpost {

struct SourceEntry {
  std::string path;  // relative to the source folder, valid UTF-8 without control characters
  uint64_t size = 0;
  int64_t modified = 0;  // ns since 1970
};

struct SourceListing {
  std::vector<SourceEntry> markdown;     // is_markdown_name(), sorted by path (by bytes), regular files only
  std::vector<std::string> other_files;  // all other regular files, sorted
  uint64_t excluded = 0;                 // Markdown files that match a pattern of `exclude`
  uint64_t left_out = 0;                 // Markdown that can't be read as files; each has a diagnostic
  uint64_t internal = 0;                 // Markdown in internal folders, where the source is for everybody
  FolderStates folders;
  std::vector<Diagnostic> diagnostics;
};

// Walks `source`; of internal folders, where it is for everybody, nothing is told but how many files they
// have. Hidden files and folders, whatever matches `exclude`, and the folder `skip_dir` (the
// output, which may lie inside) are passed over. Links to folders are not followed, links to files as
// SourceFolder does. The names in a folder that is as it is in `known` are not asked for again. `top`: a
// folder at the top of it, with '/' at its end, of which alone is asked; nothing is listed where it is none.
// Throws Error{io} when `source` itself can't be read any more.
SourceListing list_source(const SourceFolder& source, const std::vector<std::string>& exclude,
                          const std::string& skip_dir, FolderStates known = {}, const std::string& top = "");

// True when one of the glob patterns fits the path; '*' goes over '/' too, and a leading "**/" also fits
// at the top.
bool matches_any(const std::vector<std::string>& patterns, const std::string& path);

}  // namespace signpost
