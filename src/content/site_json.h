// site_json.h - a Site as JSON and back, for the generation that readers open.
// Tested by tests/unit/content/site_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/site.h"

namespace signpost {

// For the generation: everything a reader needs, losslessly. from_json throws Error{corrupt}.
std::string site_to_json(const Site& site);
Site site_from_json(std::string_view json);

}  // namespace signpost
