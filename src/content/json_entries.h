// json_entries.h - the top-level keys of a JSON object as plain texts and lists, without library types.
// Tested by tests/unit/content/head_entries_test.cc.
#pragma once

#include <string_view>

#include "content/head_entries.h"

namespace signpost {

// In the order of the source. The braces around all of it may be missing, as between two lines of ";;;". Of
// what is no JSON object there are no entries, only the error.
HeadEntries read_json_entries(std::string_view json);

}  // namespace signpost
