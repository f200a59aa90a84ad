// code_owners.h - who looks after the files of a repository, as its CODEOWNERS says.
// Tested by tests/unit/content/code_owners_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

struct OwnerRule {
  std::string pattern;
  std::vector<std::string> owners;  // "@docs", "@org/docs", "kim@example.com"; none: nobody
  std::string section;              // of GitLab's, in small letters; "" for none
  bool operator==(const OwnerRule&) const = default;
};

// Where GitHub and GitLab look for it, from the top of the repository; the first counts.
inline constexpr const char* kCodeOwnersPlaces[] = {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS",
                                                    ".gitlab/CODEOWNERS"};
inline constexpr uint64_t kMaxCodeOwnersBytes = 3 << 20;  // as GitHub

// As GitHub's documentation "About code owners" has it, and with GitLab's sections, `[Name]` or `^[Name][2]`,
// whose own owners are those of rules in it that name none. A line that is none of this is a warning, and
// counts for nothing. `path` is for messages.
std::vector<OwnerRule> parse_code_owners(std::string_view text, const std::string& path,
                                         std::vector<Diagnostic>& diagnostics);

// Of the file with this path from the top of the repository: the owners of the last rule that matches it; of
// each section, where there are several. Takes time in proportion to the rules and the path.
std::vector<std::string> owners_of(const std::vector<OwnerRule>& rules, std::string_view path);

// "@somebody", "@org/team" or an e-mail address.
bool is_owner(std::string_view text);

}  // namespace signpost
