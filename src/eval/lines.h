// lines.h - the lines of a table, for those who read queries, judgments and questions.
// Tested by tests/unit/eval/evaluation_test.cc.
#pragma once

#include <algorithm>
#include <string_view>

namespace signpost {

// Calls use(line, number) for every line that is not empty, from 1, without what ends it.
template <typename Use>
void each_line(std::string_view text, Use use) {
  int number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number;
    if (!line.empty()) use(line, number);
    at = end + 1;
  }
}

}  // namespace signpost
