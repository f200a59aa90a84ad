// base64.h - bytes as letters and back (RFC 4648, 4).
// Tested by tests/unit/base/base64_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

std::string to_base64(std::string_view bytes);
// '=' at the end may be there or not; nullopt for any other letter that is none.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace signpost
