// negotiation.h - what a client wants, by its Accept-* headers, and how much (RFC 9110, 12.5).
// Tested by tests/unit/net/negotiation_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// One item of an Accept-* header.
struct Preference {
  std::string value;  // lower case
  double q = 1;
};

// Items in the order of their q, then as written. Malformed items are dropped.
std::vector<Preference> parse_preferences(std::string_view header);

enum class Encoding { identity, gzip, brotli };

// Brotli before gzip where both are as welcome. "q=0" refuses, "*" stands for those not named.
Encoding choose_encoding(std::string_view accept_encoding);

}  // namespace signpost
