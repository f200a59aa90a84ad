// file_digest.h - SHA-256 sums of many files at once, as fast as the machine reads and hashes.
// Tested by tests/unit/index/generation_test.cc.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct FileDigest {
  std::string sha256;  // 64 lower-case hex digits; "" when the file could not be read
  int error = 0;       // errno when it could not be read
};

// The first half of a SHA-256: enough to tell whether two files are the same.
using ShortDigest = std::array<unsigned char, 16>;
ShortDigest digest_bytes(std::string_view bytes);

// One result for each path, in the same order. Several files are read at the same time; the threads used
// for it have ended when the call returns.
std::vector<FileDigest> digest_files(const std::vector<std::string>& paths);

}  // namespace signpost
