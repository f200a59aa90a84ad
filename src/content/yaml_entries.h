// yaml_entries.h - the top-level keys of a YAML map as plain texts and lists, without library types.
// Tested by tests/unit/content/yaml_entries_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// One key of the map. A value that is neither a text nor a list of texts is `other` and has only `raw`.
struct YamlEntry {
  enum class Shape { null, scalar, list, other };
  std::string key;
  int line = 0;  // 1-based in the YAML text
  Shape shape = Shape::null;
  std::string scalar;
  std::vector<std::string> items;  // of a list, the elements that are texts
  std::string raw;                 // the value as it stands in the source
};

struct YamlEntries {
  std::vector<YamlEntry> entries;
  // When the text is no YAML map: what the parser said, and where. `entries` then holds the lines that look
  // like "key: value" all the same, so that one bad line doesn't cost the others.
  std::string error;
  int error_line = 0;    // 1-based, 0 when unknown
  int error_column = 0;  // 1-based, 0 when unknown
};

// Reads a YAML map. Values are never followed deeper than a list, so aliases can't make it large.
YamlEntries read_yaml_entries(std::string_view yaml);

}  // namespace signpost
