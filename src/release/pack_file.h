// pack_file.h - a generation as one file: a tar archive, compressed by Zstandard, its manifest in front.
// Tested by tests/unit/release/pack_test.cc.
//
//   manifest.json       pack_manifest.h
//   docs.bin ...        the files that it lists, in its order
//
// Nothing in it tells of the time or the machine: each entry has mode 0644, owner 0 and one time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "release/pack_manifest.h"

namespace signpost {

// Where the bytes of a file come from.
struct PackSource {
  std::string path;                    // on the disk, unless there are
  std::optional<std::string> bytes{};  // these
};

// sources[i] is that of manifest.files[i]. `mtime` in seconds since 1970. Returns the SHA-256 sum of the
// pack. Throws Error{io}.
std::string write_pack(const std::string& path, const PackManifest& manifest,
                       const std::vector<PackSource>& sources, int64_t mtime);

// Reads a pack that anyone may have made. All calls throw Error{corrupt} for whatever write_pack() would not
// have written: other entries than the manifest's, links, devices, sparse files, sizes or sums that differ,
// anything at the end.
class PackReader {
 public:
  // Compares the SHA-256 sum of the file with one of `sums`, if there are any, before anything in it is
  // interpreted; then reads the manifest. Throws Error{not_found, io} too.
  explicit PackReader(const std::string& path, const std::vector<std::string>& sums = {});
  ~PackReader();
  PackReader(const PackReader&) = delete;
  PackReader& operator=(const PackReader&) = delete;

  const PackManifest& manifest() const;

  // Writes the files into the empty directory `dir` and compares each with its sum as it passes. The files
  // together may have at most `max_bytes`, and must fit on the disk. Calls `between` every few kilobytes,
  // which may throw to end it. To be called once; throws Error{io} too.
  void extract(const std::string& dir, uint64_t max_bytes, const std::function<void()>& between);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Above this a pack is refused unless a larger limit is asked for.
inline constexpr uint64_t kMaxPackBytes = uint64_t{16} << 30;

}  // namespace signpost
