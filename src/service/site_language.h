// site_language.h - which of the site's languages a client wants.
// Tested by tests/unit/service/site_language_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/site.h"

namespace signpost {

// The site's language that fits an Accept-Language header best, else "". "ko-KR" asks for "ko" too.
std::string match_language(std::string_view accept_language, const Site& site);

bool is_site_language(const Site& site, std::string_view code);

}  // namespace signpost
