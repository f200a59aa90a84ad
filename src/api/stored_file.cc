// stored_file.cc - see stored_file.h.
#include "api/stored_file.h"

#include "net/media_type.h"

namespace signpost {

std::optional<StoredFile> find_stored_file(const OpenGeneration& generation, const std::string& path,
                                           WrittenBy written_by) {
  const ManifestFile* file = generation.find_file(path);
  if (file == nullptr) return std::nullopt;
  return StoredFile{generation.searcher().generation_dir() + "/" + path, file->sha256, media_type_of(path),
                    file->size, written_by};
}

}  // namespace signpost
