// finding_printer.h - says on the way what was wrong with the records of an import, and counts it.
// Tested by tests/unit/importer/finding_printer_test.cc.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "content/diagnostic.h"

namespace signpost {

class FindingPrinter {
 public:
  // Prints to `err`, of errors and of warnings the first `max_printed` each.
  explicit FindingPrinter(std::ostream& err, uint64_t max_printed = 200)
      : err_(err), max_printed_(max_printed) {}

  // `line` is 0 when the finding is about the file as a whole.
  void error(const std::string& path, uint64_t line, const char* rule, const std::string& message);
  void warning(const std::string& path, uint64_t line, const char* rule, const std::string& message);

  // Says how many were not printed.
  void finish();

  uint64_t errors() const { return errors_; }
  uint64_t warnings() const { return warnings_; }

 private:
  void print(uint64_t& count, Diagnostic diagnostic);

  std::ostream& err_;
  uint64_t max_printed_;
  uint64_t errors_ = 0;
  uint64_t warnings_ = 0;
};

}  // namespace signpost
