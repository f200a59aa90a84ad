// run_report.h - what a run did: for people as a summary, for programs as JSON.
// Tested by tests/unit/indexer/run_report_test.cc.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/leftovers.h"
#include "indexer/corpus.h"
#include "meaning/learn.h"

namespace signpost {

// Documents by how much of them is for staff alone.
struct InternalCounts {
  uint64_t whole = 0;
  uint64_t parts = 0;
};

// Of the index for staff.
struct StaffReport {
  std::string generation;
  uint64_t documents = 0;  // what everybody may read included
  InternalCounts internal;
};

struct RunReport {
  std::string source;
  std::string output;
  std::string generation;     // name; "" when none was published
  std::string not_published;  // why; "" when one was
  FileCounts files;
  uint64_t files_indexed = 0;                 // markdown == files_indexed + the others of `files`
  std::map<std::string, uint64_t> by_ending;  // of files_indexed: ".md"
  uint64_t documents = 0;
  std::optional<StaffReport> staff;  // where something is internal, and published
  uint64_t incidents = 0;            // known ones, not their files
  uint64_t rendered = 0;     // of them and of those left out; the others are as the run before left them
  std::string full_because;  // why all were rendered; "" when only what changed
  std::vector<std::string> dialects;  // that the articles were read as
  Leftovers leftovers;
  std::map<std::string, uint64_t> by_kind;
  std::map<std::string, uint64_t> by_language;
  uint64_t sections = 0;
  uint64_t terms = 0;
  std::optional<MeaningReport> meaning;
  std::optional<MeaningCost> meaning_cost;  // of a run that only counts
  uint64_t asset_files = 0;
  uint64_t asset_bytes = 0;
  uint64_t source_bytes = 0;                            // of Markdown
  uint64_t index_bytes = 0;                             // of the generation
  std::vector<std::pair<std::string, double>> seconds;  // by phase, in order
  double total_seconds = 0;
  double cpu_seconds = 0;         // of this process and its children, since they began
  size_t peak_memory = 0;         // bytes: of the indexer itself,
  size_t worker_peak_memory = 0;  // of its largest rendering worker,
  size_t writer_peak_memory = 0;  // of its largest writer
  size_t workers = 0;
  size_t writers = 0;
  std::vector<Diagnostic> diagnostics;  // sorted by place
};

// Fills in the time and the memory that this process and its children took.
void note_usage(RunReport& report);

// Takes out what was found before: the second pass over a source finds most of it again.
void keep_first(std::vector<Diagnostic>& diagnostics);

// By path, line, column, then as found.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

// All errors; warnings and notes up to `limit` each, then how many more there are.
void print_diagnostics(const std::vector<Diagnostic>& diagnostics, size_t limit, std::ostream& out);

// A few lines: documents by kind and language, sections, terms, findings by rule, sizes, time.
void print_summary(const RunReport& report, std::ostream& out);

std::string report_to_json(const RunReport& report);

}  // namespace signpost
