// ids.h - the ids that documents are known by.
// Tested by tests/unit/content/ids_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Default ids are made with this: lower case, [\p{L}\p{N}._-]+, other characters become '-'.
std::string make_id(std::string_view text);
bool is_valid_id(std::string_view id);

}  // namespace signpost
