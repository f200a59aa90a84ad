// url.h - query strings and request targets (RFC 3986), always ending in valid UTF-8.
// Tested by tests/unit/net/url_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/percent.h"
#include "net/message.h"

namespace signpost {

// A name or value of a query string, where '+' stands for a space as well.
std::string decode_query_text(std::string_view text);

// Bytes that are not valid UTF-8, and control characters, become U+FFFD.
std::string clean_utf8(std::string bytes);

Parameters parse_query_string(std::string_view query);
// "a=1&b=2"; "" for none.
std::string format_query(const Parameters& parameters);
// path, and "?query" when there is one. `path` is encoded already. A parameter that would make the query
// longer than an address may be is left out: encoding can make three bytes of one.
std::string with_query(const std::string& path, const Parameters& parameters);

// Fills path, raw_path and query from "/path?query" or "http://host/path?query". False for what is no target,
// and for what could mean two: escaped slashes and dots, dot segments, half escapes and control characters in
// the path, NUL or malformed UTF-8 anywhere.
bool parse_target(std::string_view target, Request& request);

}  // namespace signpost
