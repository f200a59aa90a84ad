// source_lines.cc - see source_lines.h.
#include "content/source_lines.h"

namespace signpost {

SourceLines SourceLines::behind(const SourceLines& earlier) const {
  if (sources_.empty()) return earlier;
  SourceLines lines(earlier.first_line_);
  for (const int source : sources_) {
    lines.sources_.push_back(earlier.file_line(first_line_ + source) - earlier.first_line_);
  }
  return lines;
}

}  // namespace signpost
