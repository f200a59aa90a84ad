// code_owners.cc - fuzz target: a CODEOWNERS of anybody's repository, asked for the owners of its own lines.
#include "content/code_owners.h"

#include <algorithm>

#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;
using signpost::fuzz::require_utf8;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = signpost::fuzz::text_of(data, size);
  std::vector<signpost::Diagnostic> found;
  const std::vector<signpost::OwnerRule> rules = signpost::parse_code_owners(text, "CODEOWNERS", found);
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  require(static_cast<int64_t>(rules.size() + found.size()) <= lines,
          "a line is a rule, or wrong, or neither");
  for (const signpost::Diagnostic& diagnostic : found) {
    require_utf8(diagnostic.message, "a message is UTF-8");
    require(diagnostic.line >= 1 && diagnostic.line <= lines, "a finding has a place");
  }
  for (const signpost::OwnerRule& rule : rules) {
    require_utf8(rule.pattern, "a pattern is UTF-8");
    for (const std::string& owner : rule.owners) require(signpost::is_owner(owner), "an owner is one");
  }
  for (size_t i = 0; i < std::min<size_t>(rules.size(), 20); ++i)
    signpost::owners_of(rules, rules[i].pattern);
  signpost::owners_of(rules, text.substr(0, 200));
  return 0;
}
