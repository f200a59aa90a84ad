// owner_rules.h - asks the repository of a source who looks after which files: its CODEOWNERS.
// Tested by tests/unit/indexer/owner_rules_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/code_owners.h"

namespace signpost {

// None where the source is in no repository, or that has no such file. What is wrong in it is added to
// `diagnostics`, with its path from the source.
std::vector<OwnerRule> read_owner_rules(const std::string& source, std::vector<Diagnostic>& diagnostics);

// Of the source from the top of its repository: "docs/articles"; "" for the top, or where there is none.
std::string folder_in_repository(const std::string& source);

}  // namespace signpost
