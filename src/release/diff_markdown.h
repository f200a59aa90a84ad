// diff_markdown.h - the differences of two generations as Markdown, for a comment on a pull request.
// Tested by tests/unit/release/diff_report_test.cc.
#pragma once

#include <string>

#include "release/diff_report.h"

namespace signpost {

// A comment of at most 60,000 bytes (GitHub takes 65,536 characters), the first line a marker by which it is
// found again. Titles and queries are shown as they are written: no markup, no mention, no link comes of
// them.
std::string to_markdown(const DiffReport& report);

inline constexpr char kCommentMarker[] = "<!-- signpost-diff -->";

}  // namespace signpost
