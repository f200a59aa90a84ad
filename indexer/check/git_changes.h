// git_changes.h - which files of a repository differ from a commit, as git says.
// Tested by tests/unit/indexer/check/git_changes_test.cc.
#pragma once

#include <set>
#include <string>

namespace signpost {

// Paths relative to `folder`, "../.github/CODEOWNERS" for what lies beside it, of what was added, changed or
// deleted in its repository between the last commit that HEAD and `ref` have in common and the files as they
// lie there now, untracked ones included. What git ignores is not among them. A renamed file counts as
// deleted and added. Writes nothing. Throws Error{usage} when `ref` names no commit or the folder is in no
// repository.
std::set<std::string> changed_files(const std::string& folder, const std::string& ref);

}  // namespace signpost
