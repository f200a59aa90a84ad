// counts.cc - see counts.h.
#include "indexer/counts.h"

#include <algorithm>

namespace signpost {

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<size_t>(at), ",");
  }
  return digits;
}

std::string counted(uint64_t number, const char* one, const char* many) {
  return grouped(number) + " " + (number == 1 ? one : many);
}

std::string list_of(const std::map<std::string, uint64_t>& counts) {
  std::string list;
  for (const auto& [name, count] : counts) {
    if (!list.empty()) list += ", ";
    list += name + " " + grouped(count);
  }
  return list;
}

uint64_t count_of(const std::vector<Diagnostic>& diagnostics, Severity severity) {
  return static_cast<uint64_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                             [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::string counted_by_rule(const std::vector<Diagnostic>& diagnostics, Severity severity) {
  std::map<std::string, uint64_t> rules;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == severity) ++rules[diagnostic.rule];
  }
  const std::string name = to_string(severity);
  const std::string total = counted(count_of(diagnostics, severity), name.c_str(), (name + "s").c_str());
  return rules.empty() ? total : total + " (" + list_of(rules) + ")";
}

}  // namespace signpost
