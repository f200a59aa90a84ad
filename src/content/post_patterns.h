// post_patterns.h - what X counts as an address and as one emoji: regular expressions for ICU, of which all
// but the last ignore case. Tested by tests/unit/content/post_length_test.cc.
#pragma once

#include <string>

namespace signpost {

// Groups: 1 the character before, "" at the beginning; 2 the address; 3 its protocol; 4 its domain; 5 its
// path.
std::string post_address_pattern();
// What of the domain of an address without a protocol is one.
std::string post_ascii_domain_pattern();
// An address that X gave out itself, of which nothing else is a part. Group 1: what it is known by.
std::string post_own_address_pattern();
std::string post_emoji_pattern();

}  // namespace signpost
