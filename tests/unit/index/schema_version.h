// schema_version.h - makes a generation look as if another version of the program had written it, for tests.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace signpost::testing {

inline void set_schema_version(const std::string& generation_dir, int version) {
  const std::string path = generation_dir + "/manifest.json";
  std::ifstream file(path, std::ios::binary);
  std::string manifest{std::istreambuf_iterator<char>(file), {}};
  const size_t at = manifest.find("\"schema_version\": ");
  manifest.replace(at, manifest.find(',', at) - at, "\"schema_version\": " + std::to_string(version));
  std::ofstream(path, std::ios::binary) << manifest;
}

}  // namespace signpost::testing
