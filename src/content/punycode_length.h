// punycode_length.h - how long a label of a domain is in the letters that all name servers take (RFC 3492).
// Tested by tests/unit/content/post_length_test.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace signpost {

// Of "xn--3e0b707e" for "한국"; of a label of ASCII its own length. Nothing is mapped or refused.
size_t punycode_length(std::u32string_view label);

}  // namespace signpost
