// owners_file.h - who looks after which files of the repository that a generation was made from, in a file of
// its own: only writers ask for it, and the service never reads it. Tested by
// tests/unit/index/owners_file_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/code_owners.h"

namespace signpost {

struct SourceOwners {
  std::string folder;            // of the source from the top of the repository; "" for the top, or for none
  std::vector<OwnerRule> rules;  // of CODEOWNERS, as parse_code_owners() bounds them
  bool operator==(const SourceOwners&) const = default;
};

// GENERATION/owners.json; none is written where there is nothing to say. Throws Error{io}.
void write_owners(const std::string& generation_dir, const SourceOwners& owners);

// Empty where there is no file. Throws Error{corrupt, io}.
SourceOwners load_owners(const std::string& generation_dir);

}  // namespace signpost
