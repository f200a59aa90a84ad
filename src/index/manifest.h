// manifest.h - what a finished generation says of its files: written last, when all of them are on the disk,
// and compared with them before anything reads one. Tested by tests/unit/index/generation_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/readers.h"

namespace signpost {

inline constexpr char kManifestName[] = "manifest.json";

struct ManifestFile {
  std::string path;  // relative to the generation's directory; one of generation_files.h
  uint64_t size = 0;
  std::string sha256;  // lower-case hex
};

struct Manifest {
  std::string generation;
  int schema_version = 0;
  std::string created;  // ISO 8601, UTC
  uint64_t documents = 0;
  Readers readers = Readers::everybody;
  std::vector<ManifestFile> files;  // sorted by path; none when the version is another one
};

// Writes manifest.json (of kSchemaVersion) over everything that lies in the directory, makes the files
// read-only and syncs all of it to disk. Files that are hard links to those of `previous_dir`, a sealed
// generation ("" for none), keep the sums that they have there. Throws Error{internal} for a file that is not
// of the closed list. The caller holds the IndexLock. (Folders stay writable, so that a person can delete an
// index like anything else.)
void seal_generation(const std::string& generation_dir, uint64_t documents,
                     const std::string& previous_dir = "", Readers readers = Readers::everybody);

// Only reads manifest.json, without looking at the files. Believes nothing: throws Error{corrupt}, also for
// files that are not of the closed list (generation_files.h).
Manifest read_manifest(const std::string& generation_dir);

// Reads manifest.json and compares its version with kSchemaVersion, then what lies in the directory: the
// files that it lists and no others, none of them a link, their sizes and sums. Nothing of a file is
// interpreted before that. Throws Error{corrupt} naming the version or the file that differs. Files that are
// hard links to those of `verified_dir`, a generation that was verified ("" for none; it may be gone since),
// and have the same sum in both manifests are not read again.
Manifest verify_generation(const std::string& generation_dir, const std::string& verified_dir = "");

}  // namespace signpost
