// request_code.h - the code by which a person names their request: short enough to be read aloud, and not to
// be guessed. Tested by tests/unit/store/request_code_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// Twelve digits and letters of Crockford's base 32 (crockford.com/base32.html), without I, L, O and U: eleven
// random ones, which are 55 bits, and one that makes the whole a word of a code over GF(32), so that one
// wrong symbol, and any two that changed places, are noticed.
//
// Guessing: a server with 100,000 requests that answers 10,000 guesses a second gives away one in 32 x 2^55 /
// 10^5 / 10^4 s if checksums are not reckoned beforehand, and in 2^55 / 10^9 s = 417 days if they are; what
// it gives away is a state. One address at twenty guesses a second needs 570 years.
std::string make_request_code();

// "4F9K0A7CPQX3" of what a person typed or was told: small letters, O for 0, I and L for 1, and spaces and
// hyphens anywhere. nullopt where it can be no code.
std::optional<std::string> parse_request_code(std::string_view text);

// "4F9K-0A7C-PQX3" of a code without hyphens.
std::string shown_code(std::string_view code);

}  // namespace signpost
