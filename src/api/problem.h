// problem.h - errors of the API as problem details (RFC 9457), with the fields that are wrong.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <string>
#include <vector>

#include "net/message.h"

namespace signpost {

struct FieldError {
  std::string field;    // the query parameter
  std::string message;  // one sentence for the developer
};

// application/problem+json. The title is the status's reason phrase.
Response problem_response(int status, const std::string& detail, const std::vector<FieldError>& errors = {});

}  // namespace signpost
