// yaml_entries.h - the top-level keys of a YAML map as plain texts and lists, without library types.
// Tested by tests/unit/content/yaml_entries_test.cc.
#pragma once

#include <string_view>

#include "content/head_entries.h"

namespace signpost {

// Reads a YAML map. Values are never followed deeper than a list, so aliases can't make it large.
HeadEntries read_yaml_entries(std::string_view yaml);

}  // namespace signpost
