// incident_file.h - the known incidents of a generation, in a file of their own that most generations lack: a
// run that changes nothing else writes little. Tested by tests/unit/index/incident_file_test.cc.
#pragma once

#include <string>
#include <vector>

#include "content/incident.h"

namespace signpost {

// GENERATION/incidents.json; none is written for no incidents. Throws Error{io}.
void write_incidents(const std::string& generation_dir, const std::vector<Incident>& incidents);

// None where there is no such file. Throws Error{corrupt, io}.
std::vector<Incident> load_incidents(const std::string& generation_dir);

}  // namespace signpost
