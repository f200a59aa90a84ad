// annotations.h - what a program says of places in a repository, as code hosts show it beside the lines:
// SARIF and GitHub's workflow commands. Tested by tests/unit/content/annotations_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

struct Annotation {
  Severity severity = Severity::warning;
  std::string rule;   // the id of an AnnotationRule
  std::string title;  // "" for the rule's id; SARIF has none
  std::string message;
  std::string file;              // from the top of the repository
  int line = 0;                  // 1-based; 0 for the file as a whole
  int column = 0;                // 1-based, in characters; 0 when unknown
  std::string fingerprint = {};  // by which it is known again at another line; "" for none; GitHub's has none
};

struct AnnotationRule {
  std::string id;
  std::string description;  // one sentence without a full stop
  std::string help;
  std::string help_url;  // "" for none
  Severity severity = Severity::warning;
  bool is_on = true;
};

struct AnnotatingTool {
  std::string name;
  std::string version;
  std::vector<AnnotationRule> rules;
};

// SARIF 2.1.0, an OASIS standard: the rules that there are, and a result for every annotation.
std::string annotations_to_sarif(const AnnotatingTool& tool, const std::vector<Annotation>& annotations);

// "::warning file=docs/a.md,line=12,title=link-target::...", a line for each.
std::string annotations_to_github(const std::vector<Annotation>& annotations);

}  // namespace signpost
