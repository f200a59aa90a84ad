// draft_generation.cc - see draft_generation.h.
#include "index/draft_generation.h"

#include <filesystem>

#include "index/generation.h"

namespace fs = std::filesystem;

namespace signpost {

DraftGeneration::DraftGeneration(const std::string& index_dir)
    : index_dir_(index_dir), dir_(new_generation(index_dir)) {}

DraftGeneration::~DraftGeneration() {
  if (published_) return;
  std::error_code ignored;
  remove_generation(dir_, ignored);
  for (const std::string& folder : folders_) fs::remove_all(folder, ignored);
}

void DraftGeneration::publish() {
  published_ = true;
  try {
    publish_generation(index_dir_, dir_);
  } catch (...) {
    // What fails behind the renaming, the sync of the folder, must not take away what `current` names.
    published_ = current_generation(index_dir_) == dir_;
    throw;
  }
}

}  // namespace signpost
