// post_origin.h - the keys of front matter that say where a post was imported from.
// Tested by tests/unit/content/front_matter_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/document.h"

namespace signpost {

// Whether a key is one of them.
bool is_origin_key(std::string_view key);

// Takes over what such a key says. Other generators have keys of these names with other values, so what does
// not fit is none of ours.
void read_origin(std::string_view key, std::string text, PostOrigin& origin);

}  // namespace signpost
