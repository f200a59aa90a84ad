// asset_copy.h - copies images and other files that articles show into a generation.
// Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "indexer/source_folder.h"

namespace signpost {

struct AssetCopy {
  uint64_t files = 0;
  uint64_t bytes = 0;
  std::vector<Diagnostic> diagnostics;  // a file that can't be copied is a warning (asset-missing)
};

// Copies files of the source to GENERATION/files/, under their paths, sharing the blocks where the file
// system can. A file whose size and time are those of the copy in `previous_dir` (an earlier generation, ""
// for none) is linked from there. Throws Error{io} when the generation can't be written.
AssetCopy copy_assets(const SourceFolder& source, const std::vector<std::string>& assets,
                      const std::string& generation_dir, const std::string& previous_dir);

// Writes one file that is already read. Throws Error{io}.
void write_asset(const std::string& name, const std::string& bytes, const std::string& generation_dir);

}  // namespace signpost
