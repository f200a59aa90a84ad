// schemas.h - JSON Schema 2020-12 of what tools take and give, in the few forms that they need.
// Tested by tests/unit/mcp/tools_test.cc.
#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "api/json.h"

namespace signpost {

struct Tool;
struct Site;

// {"type": "string"}, with what it is.
Json type_schema(std::string_view type, std::string_view description = "");
Json list_schema(Json items, std::string_view description = "");
// An object whose members all are there, but for those with a '?' behind the name.
Json object_schema(std::initializer_list<std::pair<std::string_view, Json>> members,
                   std::string_view description = "");

// What a tool takes, and nothing else.
Json input_schema(const Tool& tool, const Site& site);

// Of what several tools give: an article to go on to; what is known to be wrong at the moment.
Json article_schema();
Json incidents_schema();

}  // namespace signpost
