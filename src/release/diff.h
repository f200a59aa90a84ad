// diff.h - `signpost-index diff`: what a change of the articles does to the help centre and to its search.
// Tested by tests/unit/release/diff_test.cc.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace signpost {

enum class DiffFormat { text, json, markdown };

struct DiffOptions {
  std::string before;  // index directories, generations or packs
  std::string after;
  // Golden queries where the name ends in .yaml or .yml (golden.h), else recorded ones (recorded_queries.h).
  std::vector<std::string> queries;
  DiffFormat format = DiffFormat::text;
  std::vector<std::string> sha256;  // a pack must have one of these sums; none: any
  size_t top = 200;                 // recorded queries that are asked, the most frequent ones
  size_t depth = 5;                 // results that are compared
};

// Prints the differences. Returns 0, or 1 when a golden query that passed before fails now. Throws Error.
int run_diff(const DiffOptions& options, std::ostream& out);

}  // namespace signpost
