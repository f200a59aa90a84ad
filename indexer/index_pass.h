// index_pass.h - from a source folder to one finished generation, for everybody or for staff.
// Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>

#include "content/readers.h"
#include "indexer/indexing_run.h"
#include "indexer/run_memory.h"
#include "indexer/run_report.h"

namespace signpost {

// An object is one pass. REQUIRES: this process has no other thread.
class IndexPass {
 public:
  // Into `options.output`, or the index of staff in it. `everybody`: the prepared pass for everybody, for one
  // for staff. Both outlive it.
  IndexPass(const IndexOptions& options, Readers readers, const IndexPass* everybody, std::ostream& err);
  ~IndexPass();
  IndexPass(const IndexPass&) = delete;
  IndexPass& operator=(const IndexPass&) = delete;

  // Everything up to a sealed generation, from what `memory` has of the last pass where `changes` since then
  // allow that; `memory` is empty afterwards. Where nothing is to be published the report says why. Throws
  // Error when it could not even begin, or could not write; then nothing is left behind.
  void prepare(const SourceChanges& changes, std::optional<RunMemory>& memory);
  // REQUIRES: prepare() found no reason against it.
  void publish();
  // Leaves nothing behind of what was prepared.
  void discard();
  // For the next pass of this kind. REQUIRES: it is published; nothing is asked of this pass any more.
  RunMemory take_memory();

  const Corpus& corpus() const;
  // Whether the source has anything that only staff may read.
  bool has_internal() const;
  RunReport& report();

 private:
  class Steps;
  std::unique_ptr<Steps> steps_;
};

}  // namespace signpost
