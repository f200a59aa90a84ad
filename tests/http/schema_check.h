// schema_check.h - holds a JSON value against a schema: of web/openapi.json, or of SARIF. Knows the part of
// JSON Schema that these use and fails on any other keyword, so that nothing is passed over in silence.
// Tested by tests/http/schema_check_test.cc.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace signpost::testing {

// What is wrong, as "/hits/0/score: is string, not number"; empty when all is right. `root` is the document
// that "$ref" looks into.
std::vector<std::string> check_schema(const nlohmann::json& value, const nlohmann::json& schema,
                                      const nlohmann::json& root);

}  // namespace signpost::testing
