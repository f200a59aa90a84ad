// diagnostic.h - what is wrong with a source file, where, and how bad it is.
// Tested by tests/unit/content/diagnostic_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

enum class Severity { note, warning, error };

// A place in a file. 1-based, columns in characters; 0 when unknown.
struct Place {
  int line = 0;
  int column = 0;
};

// One finding about one place in the source. `rule` is a stable kebab-case id ("front-matter",
// "link-target", ...), the same that reports count by.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string path;  // relative to the source folder, as a person would type it
  int line = 0;      // 1-based; 0 when the finding is about the file as a whole
  int column = 0;    // 1-based, in characters; 0 when unknown
  std::string rule;
  std::string message;
  std::string target = {};  // the other file that it is about, if there is one: where a link leads, ...
};

// "path:12:3: error: message [rule]"; line and column are left out when they are 0.
std::string to_string(const Diagnostic& diagnostic);
std::string to_string(Severity severity);
std::optional<Severity> parse_severity(std::string_view word);  // of "note", "warning", "error"

}  // namespace signpost
