// request_state_operation.h - what a help desk says that has become of a request, signed: answered, closed.
// Tested by tests/unit/api/request_state_operation_test.cc, and with the library of Standard Webhooks by
// tests/e2e/webhooks.test.mjs.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/operation.h"
#include "store/request.h"

namespace signpost {

// {"state": "answered"} and nothing else. What is wrong adds an error.
std::optional<RequestState> parse_state_change(std::string_view json, std::vector<FieldError>& errors);

Operation request_state_operation();

}  // namespace signpost
