// code_owners.h - who looks after the files of a repository, as its CODEOWNERS says.
// Tested by tests/unit/content/code_owners_test.cc.
#pragma once

#include <cstddef>
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
inline constexpr size_t kMaxOwnerRules = 100'000;
inline constexpr size_t kMaxCodeOwnersFaults = 1000;  // that are named

// As GitHub's documentation "About code owners" has it, and with GitLab's sections, `[Name]` or `^[Name][2]`,
// whose own owners are those of rules in it that name none. A line that is none of this is a warning, and
// counts for nothing. What comes when there are kMaxOwnerRules rules, or when their patterns, sections and
// owners, those of the section in each rule that has none, would have more than kMaxCodeOwnersBytes, is left
// out with one warning more. `path` is for messages.
std::vector<OwnerRule> parse_code_owners(std::string_view text, const std::string& path,
                                         std::vector<Diagnostic>& diagnostics);

// Of the file with this path from the top of the repository: the owners of the last rule that matches it; of
// each section, where there are several. Takes time in proportion to the bytes of the patterns times those of
// the path at most, and n log n for n owners of the rules that count.
std::vector<std::string> owners_of(const std::vector<OwnerRule>& rules, std::string_view path);

// "@somebody", "@org/team" or an e-mail address.
bool is_owner(std::string_view text);

}  // namespace signpost
