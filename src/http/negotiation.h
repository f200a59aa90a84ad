// negotiation.h - which language and which content coding a client wants (RFC 9110, 12.5).
// Tested by tests/unit/http/negotiation_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/site.h"

namespace signpost {

// One item of an Accept-* header.
struct Preference {
  std::string value;  // lower case
  double q = 1;
};

// Items in the order of their q, then as written. Malformed items are dropped.
std::vector<Preference> parse_preferences(std::string_view header);

// The site's language that fits an Accept-Language header best, else "". "ko-KR" asks for "ko" too.
std::string match_language(std::string_view accept_language, const Site& site);

bool is_site_language(const Site& site, std::string_view code);

enum class Encoding { identity, gzip, brotli };

// Brotli before gzip where both are as welcome. "q=0" refuses, "*" stands for those not named.
Encoding choose_encoding(std::string_view accept_encoding);

}  // namespace signpost
