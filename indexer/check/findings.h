// findings.h - what a check found, for people and for programs: text, JSON, GitHub's workflow commands,
// SARIF. Tested by tests/unit/indexer/check/findings_test.cc.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/rules.h"

namespace signpost {

enum class FindingsFormat { text, json, github, sarif };

struct Findings {
  std::string source;  // folder, as it was given
  std::string
      source_from_root;   // the same from the top of its repository, what `github` and `sarif` count from
  std::string site_file;  // as it was given, when it was: not below the source
  std::string site_file_from_root;
  uint64_t files = 0;
  uint64_t documents = 0;
  CheckSettings settings;
  std::vector<Diagnostic> diagnostics;  // sorted by place
};

// As the current folder knows it: "articles/help/en/x.md".
std::string path_from_here(const Findings& findings, const std::string& path);
// From the top of the repository: "docs/articles/help/en/x.md".
std::string path_from_root(const Findings& findings, const std::string& path);
// Address of a rule's help below the site.yaml's `help_url`; "" when there is none.
std::string help_address(const Findings& findings, std::string_view rule);

// A path as seen from the folder `root`: "../a" where it lies outside.
std::string path_below(const std::string& root, const std::string& path);

void print_findings(const Findings& findings, FindingsFormat format, std::ostream& out);
// "Checked 143 files: 2 errors (secret 2), 1 warning (summary 1), 0 notes"
void print_counts(const Findings& findings, std::ostream& out);

}  // namespace signpost
