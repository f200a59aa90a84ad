// percent.h - percent-encoding (RFC 3986, 2.1) of what stands in URLs.
// Tested by tests/unit/content/url_policy_test.cc and tests/unit/net/url_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Everything but letters, digits and "-._~" becomes %XX; for one path segment or one query value.
std::string percent_encode(std::string_view text);
// The same, but leaves '/' as it is.
std::string encode_path(std::string_view path);
// "%41" -> "A"; a '%' that starts no valid triple stays.
std::string percent_decode(std::string_view text);

// Appends "%XX".
void append_percent(std::string& out, unsigned char byte);

}  // namespace signpost
