// counts.h - how many, as people read it: "1,234 documents", "3 warnings (alias 1, link-target 2)".
// Tested by tests/unit/indexer/run_report_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

std::string grouped(uint64_t number);  // "1,234"
std::string counted(uint64_t number, const char* one, const char* many);
std::string list_of(const std::map<std::string, uint64_t>& counts);  // "en 1,000, ko 234"

uint64_t count_of(const std::vector<Diagnostic>& diagnostics, Severity severity);
// With how many there are of each rule.
std::string counted_by_rule(const std::vector<Diagnostic>& diagnostics, Severity severity);

}  // namespace signpost
