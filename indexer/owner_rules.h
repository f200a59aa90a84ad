// owner_rules.h - where a source lies in its repository, and who looks after which files there: CODEOWNERS.
// Tested by tests/unit/indexer/owner_rules_test.cc.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "content/diagnostic.h"
#include "index/owners_file.h"

namespace signpost {

// Empty where the source is in no repository. What is wrong in CODEOWNERS is added to `diagnostics`, with its
// path from the source. Git isn't asked.
SourceOwners read_source_owners(const std::string& source, std::vector<Diagnostic>& diagnostics);

// Takes out the rules that are about what only staff may read, by its folder or its path in the source: their
// patterns are names, and no file of an index for everybody has these.
void leave_out_internal(const std::unordered_set<std::string>& internal, SourceOwners& owners);

}  // namespace signpost
