// presence_operation.h - the heartbeat by which a chat system or a script says who is there.
// Tested by tests/unit/api/presence_operation_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "api/operation.h"
#include "contact/presence.h"

namespace signpost {

// {"free": 2, "waiting": 0, "ttl_s": 60}, each a whole number within its limits, and nothing else. What is
// wrong adds an error.
Heartbeat parse_heartbeat(std::string_view json, std::vector<FieldError>& errors);

Operation presence_operation();

}  // namespace signpost
