// complaint_listing.h - what readers found wrong, as writers read it on a terminal, and as other programs do.
// Tested by tests/unit/desk/desk_commands_test.cc.
#pragma once

#include <string>
#include <vector>

#include "store/complaint.h"

namespace signpost {

// A list of objects.
std::string complaints_as_json(const std::vector<Complaint>& complaints);
// A paragraph for each, which can't steer a terminal.
std::string complaints_as_text(const std::vector<Complaint>& complaints);

}  // namespace signpost
