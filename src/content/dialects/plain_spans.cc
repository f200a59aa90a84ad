// plain_spans.cc - what in a line of text no pass may change: escapes and spans of code.
// Tested by tests/unit/content/dialects/plain_spans_test.cc.
#include "content/dialects/plain_spans.h"

#include <algorithm>

namespace signpost {

size_t plain_span_length(std::string_view line, size_t at) {
  if (line[at] == '\\') return std::min<size_t>(2, line.size() - at);
  if (line[at] != '`') return 0;
  const size_t open = std::min(line.find_first_not_of('`', at), line.size());
  for (size_t close = line.find('`', open); close != std::string_view::npos;) {
    const size_t behind = std::min(line.find_first_not_of('`', close), line.size());
    if (behind - close == open - at) return behind - at;
    close = line.find('`', behind);
  }
  return open - at;
}

}  // namespace signpost
