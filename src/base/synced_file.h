// synced_file.h - what must survive a loss of power: files and folders written to the disk, and files
// replaced. Tested by tests/unit/index/generation_test.cc.
#pragma once

#include <sys/types.h>

#include <string>

namespace signpost {

// All throw Error{io} that names the path.
void sync_file(const std::string& path);
void sync_dir(const std::string& path);
// Everything of the file system that this folder is on.
void sync_file_system(const std::string& dir);

// Written beside the target, synced and renamed: a reader sees the old content or the new, never a part.
void replace_file(const std::string& path, const std::string& content, mode_t mode);

}  // namespace signpost
