// owner_rules.h - where a source lies in its repository, and who looks after which files there: CODEOWNERS.
// Tested by tests/unit/indexer/owner_rules_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "index/owners_file.h"

namespace signpost {

// Empty where the source is in no repository. What is wrong in CODEOWNERS is added to `diagnostics`, with its
// path from the source. Git isn't asked.
SourceOwners read_source_owners(const std::string& source, std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
