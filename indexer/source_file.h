// source_file.h - reads a source file, which may have become anything since it was listed.
// Tested by tests/unit/indexer/indexing_run_test.cc.
#pragma once

#include <cstdint>
#include <string>

namespace signpost {

// Markdown files above this size are left out.
inline constexpr uint64_t kMaxMarkdownBytes = 2 * 1024 * 1024;

struct FileBytes {
  std::string bytes;
  int error = 0;  // errno; EFBIG when longer than `limit`, EINVAL when it is no regular file
};

// Never blocks on a pipe or device, and never reads much more than `limit` bytes.
FileBytes read_source_file(const std::string& path, uint64_t limit);

// An `error` of FileBytes in words.
std::string describe_read_error(int error);

}  // namespace signpost
