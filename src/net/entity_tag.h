// entity_tag.h - entity tags (RFC 9110, 8.8.3) and what they are made of.
// Tested by tests/unit/net/entity_tag_test.cc.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "net/message.h"

namespace signpost {

// First half of the SHA-256 over the parts, each with its length, as lower-case hex (32 characters).
std::string fingerprint(std::initializer_list<std::string_view> parts);

enum class Comparison {
  weak,   // either tag may be weak: for If-None-Match
  strong  // neither may, since the bytes have to be the same: for If-Match
};

// True when the value of an If-None-Match or If-Match header names this tag; "*" names all but "".
bool etag_matches(std::string_view header, std::string_view etag, Comparison comparison = Comparison::weak);

// The conditions of a request for something that is there, in the order of RFC 9110, 13.2.2. We send no
// dates.
enum class Verdict { answer, not_modified, failed };
Verdict check_conditions(const Request& request, const std::string& tag);

}  // namespace signpost
