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
// Guessing: a server with 100,000 requests that answers 10,000 guesses a second gives one away in
// 2^55 / 10^9 s = 417 days, and then no more than a state. One address at the 20 requests a second that
// --rate-limit allows it in the image needs 570 years.
std::string make_request_code();

// "4F9K0A7CPQX3" of what a person typed or was told: small letters, O for 0, I and L for 1, and spaces and
// hyphens anywhere. nullopt where it can be no code.
std::optional<std::string> parse_request_code(std::string_view text);

// "4F9K-0A7C-PQX3" of a code without hyphens.
std::string shown_code(std::string_view code);

}  // namespace signpost
