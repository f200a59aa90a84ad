// synced_file.cc - see synced_file.h.
#include "base/synced_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file_io.h"

namespace signpost {
namespace {

// Opens and calls `sync` on the descriptor.
template <typename Sync>
void sync_path(const std::string& path, int flags, Sync sync) {
  const Descriptor opened(::open(path.c_str(), flags | O_CLOEXEC));
  if (!opened.is_open()) throw_io("cannot open", path);
  if (sync(opened.get()) != 0) throw_io("cannot write to disk", path);
}

}  // namespace

void sync_file(const std::string& path) { sync_path(path, O_RDONLY, ::fsync); }
void sync_dir(const std::string& path) { sync_path(path, O_RDONLY | O_DIRECTORY, ::fsync); }
void sync_file_system(const std::string& dir) { sync_path(dir, O_RDONLY | O_DIRECTORY, ::syncfs); }

void replace_file(const std::string& path, const std::string& content, mode_t mode) {
  const std::string temporary = path + ".new";
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (!file.is_open()) throw_io("cannot create", temporary);
  if (!write_all(file.get(), content)) throw_io("cannot write", temporary);
  if (::fsync(file.get()) != 0) throw_io("cannot write to disk", temporary);
  if (!file.close()) throw_io("cannot write", temporary);
  if (::rename(temporary.c_str(), path.c_str()) != 0) throw_io("cannot rename to", path);
  sync_dir(std::filesystem::path(path).parent_path().string());
}

}  // namespace signpost
