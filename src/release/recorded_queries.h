// recorded_queries.h - what visitors searched for, as a plain file has it, or the data folder of a service.
// Tested by tests/unit/release/recorded_queries_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct RecordedQuery {
  std::string text;
  std::string lang;  // "" when it was not recorded
  uint64_t count = 0;
};

// One query a line, which counts once each time it stands there; or "count, tab, query", with a tab and the
// language behind it or not. Empty lines say nothing; white space around a query neither. Most frequent
// first, equally frequent ones by text. Throws Error{usage} with "path:line: ..." for a count that is none.
std::vector<RecordedQuery> parse_recorded(std::string_view text, const std::string& path);

// Of a file, or of the folder of `signpost-serve --data`: what at least `least_visits` visits asked
// (asked_often()), counted by visits. Throws Error{usage}, and Error for what can't be read.
std::vector<RecordedQuery> read_recorded(const std::string& path, int64_t least_visits);

}  // namespace signpost
