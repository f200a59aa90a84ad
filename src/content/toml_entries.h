// toml_entries.h - the top-level keys of a TOML document as plain texts and lists, without library types.
// What is over 1 MB, or has a line with over 1,000 dots, is not parsed. Tested by
// tests/unit/content/head_entries_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/head_entries.h"

namespace signpost {

// In the order of the source. Of what is no TOML there are no entries, only the error.
HeadEntries read_toml_entries(std::string_view toml);

// The keys and texts of the table at a path such as "output.html.redirect". None of what is no TOML.
std::vector<std::pair<std::string, std::string>> read_toml_pairs(std::string_view toml,
                                                                 std::string_view table);

}  // namespace signpost
