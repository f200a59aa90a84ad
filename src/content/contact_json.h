// contact_json.h - the ways to people as JSON and back, for the generation that readers open.
// Tested by tests/unit/content/contact_settings_test.cc.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "content/contact_settings.h"

namespace signpost {

// Losslessly, but for what is the indexer's alone. from_json believes nothing: throws Error{corrupt}, or the
// library's exception where a field is of another type.
nlohmann::json contact_json(const ContactSettings& settings);
ContactSettings contact_from_json(const nlohmann::json& json);

}  // namespace signpost
