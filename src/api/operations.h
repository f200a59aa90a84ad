// operations.h - the one table of what can be asked of Signpost by programs. Routes, methods, other origins,
// the names in metrics, and the test that holds web/openapi.json against it all read this.
// Tested by tests/http/api_schema_test.cc and tests/unit/service/routes_test.cc.
#pragma once

#include <vector>

#include "api/operation.h"

namespace signpost {

const std::vector<Operation>& operations();

}  // namespace signpost
