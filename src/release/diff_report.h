// diff_report.h - the differences of two generations as text for a terminal, or JSON.
// Tested by tests/unit/release/diff_report_test.cc.
#pragma once

#include <string>

#include "release/document_diff.h"
#include "release/query_diff.h"

namespace signpost {

struct DiffReport {
  std::string old_name;
  std::string new_name;
  DocumentDiff documents;
  QueryDiff queries;
};

std::string to_text(const DiffReport& report);
std::string to_json(const DiffReport& report);

}  // namespace signpost
