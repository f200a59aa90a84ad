// diagnostic.cc - findings as the lines that a person reads.
// Tested by tests/unit/content/diagnostic_test.cc.
#include "content/diagnostic.h"

#include "base/printable.h"

namespace signpost {

std::string to_string(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::optional<Severity> parse_severity(std::string_view word) {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (word == to_string(severity)) return severity;
  }
  return std::nullopt;
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string line = printable(diagnostic.path);
  // A line that begins like this is a command to the runners of GitHub and Azure.
  if (line.starts_with("::") || line.starts_with("##")) line.insert(0, "./");
  if (diagnostic.line > 0) {
    line += ':' + std::to_string(diagnostic.line);
    if (diagnostic.column > 0) line += ':' + std::to_string(diagnostic.column);
  }
  line += ": " + to_string(diagnostic.severity) + ": " + printable(diagnostic.message);
  if (!diagnostic.rule.empty()) line += " [" + diagnostic.rule + "]";
  return line;
}

}  // namespace signpost
