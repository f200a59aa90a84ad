// health_operation.h - whether the process lives (/healthz) and whether it can answer questions (/readyz).
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <string>
#include <variant>

#include "api/operation.h"

namespace signpost {

struct Readiness {
  std::string generation;  // its name
  std::string content;     // as in OpenGeneration
  uint64_t documents = 0;
  std::string refused;  // as in OperationContext
};

std::variant<Readiness, Problem> readiness(const OperationContext& context);

Operation health_operation();
Operation ready_operation();

}  // namespace signpost
