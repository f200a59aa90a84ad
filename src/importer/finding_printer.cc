// finding_printer.cc - prints each finding as the indexer does: path:line: error: message [rule].
#include "importer/finding_printer.h"

#include <algorithm>
#include <limits>
#include <ostream>
#include <utility>

#include "base/utf8.h"

namespace signpost {
namespace {

int as_line(uint64_t line) {
  return static_cast<int>(std::min<uint64_t>(line, std::numeric_limits<int>::max()));
}

}  // namespace

void FindingPrinter::error(const std::string& path, uint64_t line, const char* rule,
                           const std::string& message) {
  print(errors_, {Severity::error, path, as_line(line), 0, rule, message});
}

void FindingPrinter::warning(const std::string& path, uint64_t line, const char* rule,
                             const std::string& message) {
  print(warnings_, {Severity::warning, path, as_line(line), 0, rule, message});
}

void FindingPrinter::print(uint64_t& count, Diagnostic diagnostic) {
  if (++count > max_printed_) return;
  // Messages quote what strangers wrote: nothing of it may steer a terminal.
  scrub_utf8(diagnostic.message);
  std::replace(diagnostic.message.begin(), diagnostic.message.end(), '\n', ' ');
  std::replace(diagnostic.message.begin(), diagnostic.message.end(), '\r', ' ');
  err_ << to_string(diagnostic) << '\n';
}

void FindingPrinter::finish() {
  const auto more = [&](uint64_t count, const char* what) {
    if (count > max_printed_) err_ << "... and " << count - max_printed_ << " more " << what << '\n';
  };
  more(errors_, "errors");
  more(warnings_, "warnings");
}

}  // namespace signpost
