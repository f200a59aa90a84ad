// plain_spans.cc - what in a line of text no pass may change: escapes and spans of code.
// Tested by tests/unit/content/dialects/plain_spans_test.cc.
#include "content/dialects/plain_spans.h"

#include <algorithm>

#include "content/dialects/line_parts.h"

namespace signpost {

size_t plain_span_length(std::string_view line, size_t at) {
  if (line[at] == '\\') return std::min<size_t>(2, line.size() - at);
  if (line[at] != '`') return 0;
  return behind_code_span(line, at) - at;
}

}  // namespace signpost
