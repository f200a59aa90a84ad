// front_matter_place.h - finds a value in the front matter of a file, for findings that are made when the
// file is no longer at hand. Tested by tests/unit/indexer/cross_check_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/diagnostic.h"

namespace signpost {

// Reads the head of `file`. {0, 0} when it can't be read or has no such key.
Place front_matter_place(const std::string& file, std::string_view key, std::string_view value);

}  // namespace signpost
