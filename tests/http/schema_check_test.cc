// schema_check_test.cc - the checker finds what it should: a checker that passes everything proves nothing.
#include "schema_check.h"

#include <gtest/gtest.h>

namespace signpost::testing {
namespace {

using nlohmann::json;

TEST(SchemaCheck, FindsMistakes) {
  const json root =
      json::parse(R"({"components": {"schemas": {"Name": {"type": "string", "enum": ["a", "b"]}}}})");
  struct Case {
    const char* schema;
    const char* value;
    size_t errors;
  };
  const Case cases[] = {
      {R"({"type": "string"})", R"("x")", 0},
      {R"({"type": "string"})", "1", 1},
      {R"({"type": ["string", "null"]})", "null", 0},
      {R"({"type": "integer"})", "1.5", 1},
      {R"({"type": "number", "minimum": 0})", "-1", 1},
      {R"({"type": "integer", "maximum": 5})", "6", 1},
      {R"({"$ref": "#/components/schemas/Name"})", R"("a")", 0},
      {R"({"$ref": "#/components/schemas/Name"})", R"("c")", 1},
      {R"({"type": "array", "items": {"type": "string"}})", R"(["a", 1, 2])", 2},
      {R"({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false})",
       R"({"a": "x"})", 0},
      {R"({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false})",
       R"({"b": "x"})", 2},
      {R"({"anyOf": [{"type": "string"}, {"type": "null"}]})", "1", 1},
      {R"({"oneOf": [{"type": "string"}, {"enum": ["a"]}]})", R"("a")", 1},
      {R"({"oneOf": [{"type": "string"}, {"type": "null"}]})", R"("a")", 0},
      {R"({"additionalProperties": {"type": "string"}})", R"({"a": "x", "b": 1})", 1},
      {R"({"minItems": 1, "uniqueItems": true})", "[]", 1},
      {R"({"minItems": 1, "uniqueItems": true})", "[1, 2, 1]", 1},
      {R"({"pattern": "^x"})", R"("ax")", 1},
      {R"({"format": "uri"})", R"("https://example.com/%ED")", 0},
      {R"({"format": "uri"})", R"("a/b")", 1},
      {R"({"format": "uri-reference"})", R"("a b")", 1},
      {R"({"minLength": 2})", R"("x")", 1},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(check_schema(json::parse(test.value), json::parse(test.schema), root).size(), test.errors)
        << test.schema;
  }
}

}  // namespace
}  // namespace signpost::testing
