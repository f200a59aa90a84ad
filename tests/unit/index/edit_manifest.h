// edit_manifest.h - changes the manifest of a sealed generation, for tests: as if another version of the
// program had written it, or somebody by hand.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "index/schema.h"

namespace signpost::testing {

// Replaces the first `old_text` of the manifest.
inline void edit_manifest(const std::string& generation_dir, const std::string& old_text,
                          const std::string& new_text) {
  const std::string path = generation_dir + "/manifest.json";
  std::ifstream file(path, std::ios::binary);
  std::string manifest{std::istreambuf_iterator<char>(file), {}};
  manifest.replace(manifest.find(old_text), old_text.size(), new_text);
  std::filesystem::remove(path);  // what is sealed can't be written
  std::ofstream(path, std::ios::binary) << manifest;
}

inline void set_schema_version(const std::string& generation_dir, int version) {
  edit_manifest(generation_dir, "\"schema_version\": " + std::to_string(kSchemaVersion),
                "\"schema_version\": " + std::to_string(version));
}

}  // namespace signpost::testing
