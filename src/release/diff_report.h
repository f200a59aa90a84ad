// diff_report.h - the differences of two generations as text for a terminal, JSON, or Markdown for a comment.
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

// A comment of at most 60,000 bytes (GitHub takes 65,536 characters), the first line a marker by which it is
// found again. Titles and queries are shown as they are written: no markup, no mention, no link comes of
// them.
std::string to_markdown(const DiffReport& report);

inline constexpr char kCommentMarker[] = "<!-- signpost-diff -->";

}  // namespace signpost
