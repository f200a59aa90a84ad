// incident_json.h - incidents as JSON and back, for the generation that readers open.
// Tested by tests/unit/content/incident_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/incident.h"

namespace signpost {

// Losslessly. from_json believes nothing: throws Error{corrupt}, also for an incident without a text, and for
// an id that no address can have.
std::string incidents_to_json(const std::vector<Incident>& incidents);
std::vector<Incident> incidents_from_json(std::string_view json);

}  // namespace signpost
