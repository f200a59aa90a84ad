// git.h - asks the program git about the repository that a source lies in.
// Tested by tests/unit/indexer/check/git_changes_test.cc.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace signpost {

// What git prints; nullopt when it fails, having said why on the standard error, or isn't there. Files of a
// checkout that look like a repository are none, since its settings could name programs to run. REQUIRES:
// this process has no other thread. What prints more than `limit` bytes has failed, too.
std::optional<std::string> ask_git(const std::string& folder, const std::vector<std::string>& command,
                                   size_t limit = std::numeric_limits<size_t>::max());

// The top of the repository that `folder` is in, without asking git; "" when it is in none.
std::string repository_root(const std::string& folder);

}  // namespace signpost
