// stored_file.h - a file of the generation as it lies there: an image, a download, a sitemap.
// Tested by tests/unit/service/app_test.cc and download_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "api/open_generation.h"

namespace signpost {

enum class WrittenBy { signpost, author };

struct StoredFile {
  std::string path;  // on the disk
  std::string sha256;
  std::string media_type;
  uint64_t size = 0;  // bytes
  WrittenBy written_by = WrittenBy::author;
};

// `path` below the generation's directory: one that its manifest lists below files/ or sitemaps/, else there
// is none. Reads nothing.
std::optional<StoredFile> find_stored_file(const OpenGeneration& generation, const std::string& path,
                                           WrittenBy written_by);

}  // namespace signpost
