// open_beneath.h - opens what lies below a folder and follows no link on the way, whoever changes what
// meanwhile. Tested by tests/unit/base/open_beneath_test.cc.
#pragma once

#include <string>

#include "base/descriptor.h"

namespace signpost {

// Opens `path`, whose parts are names with single '/' between them, below the folder that `folder` stands
// for. `flags` are those of open(2); O_CLOEXEC and O_NOFOLLOW are added. -1 with errno when that fails: ELOOP
// when a part of the path is a link; but of the last part, O_PATH opens the link itself, and O_DIRECTORY says
// ENOTDIR.
Descriptor open_beneath(int folder, const std::string& path, int flags);

// The same where the kernel, or what guards it, has no openat2(2): one part of the path after the other.
Descriptor walk_beneath(int folder, const std::string& path, int flags);

}  // namespace signpost
