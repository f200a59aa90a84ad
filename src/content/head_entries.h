// head_entries.h - the top-level keys of front matter as plain texts and lists, whichever of the three
// languages it is written in. Tested by tests/unit/content/head_entries_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/split_source.h"

namespace signpost {

// One key. A value that is neither a text nor a list of texts is `other`.
struct HeadEntry {
  enum class Shape { null, scalar, list, other };
  std::string key;
  int line = 0;  // 1-based in the head
  Shape shape = Shape::null;
  std::string scalar;              // true and false in these words, whatever the language
  std::vector<std::string> items;  // of a list, the elements that are texts
  std::vector<std::pair<std::string, std::string>> members;  // of a map, those that are texts
  std::string raw;                                           // the value as it stands in the source
};

struct HeadEntries {
  std::vector<HeadEntry> entries;
  // When the head can't be read: what the parser said, and where. Of YAML, `entries` then holds the lines
  // that look like "key: value" all the same, so that one bad line doesn't cost the others.
  std::string error;
  int error_line = 0;    // 1-based, 0 when unknown
  int error_column = 0;  // 1-based, 0 when unknown
};

// Reads the head in its language. Values are never followed deeper than a list or map.
HeadEntries read_head_entries(const SplitSource& source);

}  // namespace signpost
