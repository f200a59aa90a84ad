// golden.h - golden queries of a site: what must be found, and what must not.
// Tested by tests/unit/eval/evaluation_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/searcher.h"

namespace signpost {

struct GoldenQuery {
  std::string text;
  std::string lang;
  std::vector<std::string> expect;  // ids that must all be among the first `top`
  std::vector<std::string> never;   // ids that must not be
  size_t top = 3;
  int line = 0;
};

// Reads the `golden` list of a queries.yaml. Throws Error{usage} with "path:line: ..." for what it does not
// understand.
std::vector<GoldenQuery> parse_golden(std::string_view yaml, const std::string& path);

// Runs them all and returns a table of those that fail, "" when none does. `passed` counts the others.
std::string check_golden(const Searcher& searcher, const std::vector<GoldenQuery>& queries, size_t& passed,
                         size_t& failed);

}  // namespace signpost
