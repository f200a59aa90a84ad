// pack_manifest.h - what a pack says of itself, in its first entry: which files follow, and what made them.
// Tested by tests/unit/release/pack_manifest_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/manifest.h"

namespace signpost {

struct BuildInfo {
  std::string program;   // "signpost-index 0.1.0"
  std::string revision;  // of the articles, as `pack --revision` was told; "" for none
  std::string date;      // ISO 8601, UTC, from SOURCE_DATE_EPOCH; "" without it
};

struct PackManifest {
  int schema_version = 0;
  uint64_t documents = 0;
  BuildInfo build;
  std::vector<ManifestFile>
      files;  // sorted by path, as they follow in the pack; none when the version is another one

  uint64_t bytes() const;  // of all files
};

// JSON with the keys of a generation's own manifest.json, `generation` left empty, and `pack` (version of the
// form) and `build` beside them: unpacked by hand, the folder is a generation that can be looked into.
std::string to_json(const PackManifest& manifest);

// Believes nothing: throws Error{corrupt} for paths that are not of the closed list (generation_files.h) or
// there twice, for sums that are none, and for whatever to_json() would not write.
PackManifest parse_pack_manifest(std::string_view json);

// Throws Error{corrupt} naming `file`, the pack, when this program can't read what is in it.
void check_schema(const PackManifest& manifest, const std::string& file);

}  // namespace signpost
