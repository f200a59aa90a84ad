// plain_spans.h - what in a line of text no pass may change: escapes and spans of code.
// Tested by tests/unit/content/dialects/plain_spans_test.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace signpost {

// Length of the escape or the span of code at `at`, or of backticks that open none on this line; 0 for
// anything else. REQUIRES: at < line.size().
size_t plain_span_length(std::string_view line, size_t at);

}  // namespace signpost
