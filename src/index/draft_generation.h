// draft_generation.h - a generation while it is written: it goes again unless it is published.
// Tested by tests/unit/index/generation_test.cc.
#pragma once

#include <string>
#include <vector>

namespace signpost {

class DraftGeneration {
 public:
  // Makes the directory of the next generation. The caller holds the IndexLock.
  explicit DraftGeneration(const std::string& index_dir);
  ~DraftGeneration();
  DraftGeneration(const DraftGeneration&) = delete;
  DraftGeneration& operator=(const DraftGeneration&) = delete;

  const std::string& dir() const { return dir_; }
  // A folder elsewhere that belongs to the generation, and goes with it.
  void add_folder(const std::string& dir) { folders_.push_back(dir); }

  // REQUIRES: the generation is sealed. Throws Error{io}.
  void publish();

 private:
  const std::string index_dir_;
  const std::string dir_;
  std::vector<std::string> folders_;
  bool published_ = false;
};

}  // namespace signpost
