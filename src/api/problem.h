// problem.h - why an operation has no answer, as problem details (RFC 9457) say it: with the fields that are
// wrong. Tested by tests/unit/service/app_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace signpost {

struct FieldError {
  std::string field;    // the parameter
  std::string message;  // one sentence for the developer
};

struct Problem {
  int status = 500;    // as in HTTP
  std::string detail;  // one sentence
  std::vector<FieldError> errors = {};
  int64_t retry_after = 0;     // seconds; 0: that is not known
  std::string challenge = {};  // of which a proof is asked for (contact/proof.h); "" for none
};

}  // namespace signpost
