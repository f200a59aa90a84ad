// media_type.h - what kind of bytes a file holds, by its name.
// Tested by tests/unit/net/media_type_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// By the file's extension, in any case; "application/octet-stream" when it is unknown.
std::string media_type_of(std::string_view path);

}  // namespace signpost
