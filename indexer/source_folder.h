// source_folder.h - the only way to whatever belongs to a source: beneath its folder, nothing hidden but
// pictures and downloads, no link out of it. Tested by tests/unit/indexer/source_folder_test.cc.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/open_beneath.h"
#include "content/readers.h"

namespace signpost {

// Markdown files, and the files of settings, above this size are left out.
inline constexpr uint64_t kMaxMarkdownBytes = 2 * 1024 * 1024;

struct FileBytes {
  std::string bytes;
  int error = 0;                    // errno, see SourceFolder
  uint64_t size = 0;                // of the file itself
  bool has_internal_parts = false;  // whether they are among the bytes or not
};

struct OpenedFile {
  Descriptor fd;
  struct stat info {};
  int error = 0;  // errno, see SourceFolder
};

// The errors of a source, beside those of the system: EXDEV when a path leads out of the folder, EPERM when
// it leads to a hidden name (one that begins with '.') that hidden_folders.h keeps from readers, ELOOP when a
// folder on the way is a link, or links lead to each other; EACCES when it leads into an internal folder, for
// whom that is not; EISDIR for a folder and EINVAL for anything else
// that is not a regular file; EFBIG when a file is longer than the limit.
//
// For everybody internal folders are not there, and Markdown has no internal parts
// (content/internal_folder.h, content/internal_parts.h).
//
// Paths are relative, with '/' between names. A link as the last name is followed when what it says is a
// relative path that stays beneath and passes no link but at its end. Opening never blocks on a pipe. Holds
// no descriptor, so that it works on the far side of a fork too.
class SourceFolder {
 public:
  // The path itself is the operator's word, links on the way included; but what a relative path without ".."
  // names must lie beneath the current folder: a checkout can hold a link of that name. Throws
  // Error{not_found} or {io} when there is no folder to be read.
  explicit SourceFolder(const std::string& path, Readers readers = Readers::everybody);

  const std::string& path() const { return path_; }  // canonical
  Readers readers() const { return readers_; }

  // A regular file, for reading.
  OpenedFile open_file(const std::string& path) const;
  // Never reads much more than `limit` bytes.
  FileBytes read_file(const std::string& path, uint64_t limit) const;
  // A folder, for list_names() and fstatat(); "" is the source itself. Links are not followed.
  OpenedFile open_folder(const std::string& path) const;
  // What lies there, without opening it; of a link, what it leads to. Returns 0 or an errno.
  int look_at(const std::string& path, struct stat& info) const;

 private:
  OpenedFile open(std::string path, int flags) const;

  std::string path_;
  Readers readers_;
};

// The names in a folder in the system's order, those that begin with '.' passed over but what may be a folder
// with assets. Returns 0 or an errno.
int list_names(const OpenedFile& folder, std::vector<std::string>& names);

// Reads a file that the operator named on the command line, wherever it lies; but see SourceFolder's
// constructor.
FileBytes read_named_file(const std::string& path, uint64_t limit);

// Reads a file below a folder, hidden or not, and follows no link on the way: what a repository says of
// itself.
FileBytes read_beneath(const std::string& folder, const std::string& path, uint64_t limit);

// An `error` in words; `limit` as it was for reading.
std::string describe_read_error(int error, uint64_t limit = kMaxMarkdownBytes);

}  // namespace signpost
