// indexing_run.cc - one pass for everybody and, where something is internal, a second one for staff; what
// they found is told once, and both are published or none.
#include "indexer/indexing_run.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <utility>

#include "base/error.h"
#include "index/generation.h"
#include "indexer/counts.h"
#include "indexer/index_pass.h"
#include "meaning/embedding_cache.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

class IndexingRun {
 public:
  IndexingRun(const IndexOptions& options, std::ostream& out, std::ostream& err)
      : options_(options), out_(out), err_(err), everybody_(options, Readers::everybody, nullptr, err) {}

  int run(const SourceChanges& changes, RunMemories& memories) {
    everybody_.prepare(changes, memories.everybody);
    if (everybody_.has_internal()) prepare_staff(changes, memories.staff);
    RunReport& report = everybody_.report();
    if (report.not_published.empty() && staff_) report.not_published = staff_->report().not_published;
    report.not_published.empty() ? publish(memories) : discard();
    return conclude();
  }

 private:
  void prepare_staff(const SourceChanges& changes, std::optional<RunMemory>& memory) {
    staff_.emplace(options_, Readers::staff, &everybody_, err_);
    staff_->prepare(changes, memory);
    std::vector<Diagnostic>& all = everybody_.report().diagnostics;
    const std::vector<Diagnostic>& found = staff_->report().diagnostics;
    all.insert(all.end(), found.begin(), found.end());
    keep_first(all);
  }

  void publish(RunMemories& memories) {
    everybody_.publish();
    if (staff_) {
      staff_->publish();
      everybody_.report().staff = StaffReport{staff_->report().generation, staff_->report().documents,
                                              internal_documents(staff_->corpus())};
      memories.staff = staff_->take_memory();
    } else {
      memories.staff.reset();
      remove_staff_index();
    }
    memories.everybody = everybody_.take_memory();
  }

  // Before the process may end without another word.
  void discard() {
    everybody_.discard();
    if (staff_) staff_->discard();
  }

  // Nothing is internal any more: what was must not be found for ever. Whatever else lies there stays.
  void remove_staff_index() {
    const std::string dir = staff_index(options_.output);
    std::error_code error;
    if (!fs::exists(dir + "/generations", error)) return;
    for (const char* name : {"current", "generations", "state", "lock", kEmbeddingCacheFile}) {
      if (!error) fs::remove_all(dir + "/" + name, error);
    }
    if (error)
      err_ << "signpost-index: warning: " << dir << " could not be removed: " << error.message() << "\n";
    fs::remove(dir, error);
  }

  static InternalCounts internal_documents(const Corpus& corpus) {
    InternalCounts counts;
    for (const SourceDocument& document : corpus.documents) {
      counts.whole += document.internal == Internal::whole ? 1 : 0;
      counts.parts += document.internal == Internal::parts ? 1 : 0;
    }
    return counts;
  }

  int conclude() {
    RunReport& report = everybody_.report();
    report.total_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    sort_by_place(report.diagnostics);
    note_usage(report);
    print_diagnostics(report.diagnostics, options_.max_warnings, err_);
    if (!report.not_published.empty())
      err_ << "signpost-index: nothing was published: " << report.not_published << "\n";
    err_.flush();
    print_summary(report, out_);
    out_.flush();
    if (!options_.report_file.empty()) {
      std::ofstream file(options_.report_file, std::ios::binary | std::ios::trunc);
      file << report_to_json(report);
      if (!file.flush()) throw Error(ErrorKind::io, "cannot write the report " + options_.report_file);
    }
    if (!report.not_published.empty() && !options_.dry_run) return kExitNotPublished;
    return count_of(report.diagnostics, Severity::error) > 0 ? kExitErrors : kExitClean;
  }

  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const IndexOptions& options_;
  std::ostream& out_;
  std::ostream& err_;
  IndexPass everybody_;
  std::optional<IndexPass> staff_;
};

const SourceChanges kAnything = {.unclear = true, .files = {}};

}  // namespace

int run_index(const IndexOptions& options, std::ostream& out, std::ostream& err) {
  RunMemories none;
  return IndexingRun(options, out, err).run(kAnything, none);
}

int run_index_again(const IndexOptions& options, const SourceChanges& changes, RunMemories& memories,
                    std::ostream& out, std::ostream& err) {
  return IndexingRun(options, out, err).run(changes, memories);
}

void run_index_and_exit(const IndexOptions& options, std::ostream& out, std::ostream& err) {
  RunMemories none;
  IndexingRun run(options, out, err);
  std::_Exit(run.run(kAnything, none));
}

}  // namespace signpost
