// file_state.h - a Markdown file as a run read it, to tell later whether it changed.
// Tested by tests/unit/indexer/incremental_run_test.cc.
#pragma once

#include <sys/stat.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/identity.h"

namespace signpost {

// The first half of a SHA-256: enough to tell whether two files are the same.
using ShortDigest = std::array<unsigned char, 16>;

// Size and time tell that a file did not change without reading it again; where they differ the digest still
// may say so (a fresh checkout has new times).
struct FileState {
  uint64_t size = 0;
  int64_t modified = 0;  // ns since 1970; 0 when it was too young then for the time to mean anything
  ShortDigest digest{};
  Identity identity;
  bool has_internal_parts = false;  // though the digest is of what readers have of it
};
using FileStates = std::unordered_map<std::string, FileState>;  // by path

// The names in a folder, which are the same as long as its time is.
struct FolderState {
  int64_t modified = 0;  // as above
  std::vector<std::string> names;
};
using FolderStates = std::unordered_map<std::string, FolderState>;  // by path, "" or with '/' at its end

// File systems tell times to this much at worst: what is younger may change once more without changing its
// time.
inline constexpr int64_t kTimeGrain = 2'000'000'000;  // ns

struct SourceStates {
  FileStates files;
  FolderStates folders;
};

int64_t now_ns();  // since 1970
int64_t modified_ns(const struct stat& info);
ShortDigest short_digest(std::string_view bytes);

}  // namespace signpost
