// file_digest.h - SHA-256 sums of many files at once, as fast as the machine reads and hashes.
// Tested by tests/unit/index/generation_test.cc.
#pragma once

#include <string>
#include <vector>

namespace signpost {

struct FileDigest {
  std::string sha256;  // 64 lower-case hex digits; "" when the file could not be read
  int error = 0;       // errno when it could not be read
};

// One result for each path, in the same order. Several files are read at the same time; the threads used
// for it have ended when the call returns.
std::vector<FileDigest> digest_files(const std::vector<std::string>& paths);

}  // namespace signpost
