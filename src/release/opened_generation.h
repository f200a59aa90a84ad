// opened_generation.h - what an argument names: an index, a generation or a pack, verified and open to read.
// Tested by tests/unit/release/diff_test.cc.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "index/manifest.h"
#include "release/held_signals.h"
#include "search/searcher.h"

namespace signpost {

class OpenedGeneration {
 public:
  // `name` is an index directory (its published generation is meant), a generation's directory, or a pack,
  // which is unpacked into a temporary directory for as long as the object lives. Throws Error, of the kind
  // corrupt when the files don't fit their manifest.
  // A pack must have one of `sums`, if there are any, and is read once in a process of its own (probe.h)
  // before this one opens it.
  OpenedGeneration(const std::string& name, const HeldSignals& signals,
                   const std::vector<std::string>& sums = {});
  ~OpenedGeneration();
  OpenedGeneration(const OpenedGeneration&) = delete;
  OpenedGeneration& operator=(const OpenedGeneration&) = delete;

  const Searcher& searcher() const { return *searcher_; }
  const std::string& name() const { return name_; }
  const std::vector<ManifestFile>& files() const { return files_; }

 private:
  void unpack(const HeldSignals& signals, const std::vector<std::string>& sums);
  void remove_temporary();

  const std::string name_;
  std::string temporary_;  // "" when there is none
  std::string dir_;
  std::vector<ManifestFile> files_;
  std::unique_ptr<Searcher> searcher_;
};

}  // namespace signpost
