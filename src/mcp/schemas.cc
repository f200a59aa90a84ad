// schemas.cc - see schemas.h.
#include "mcp/schemas.h"

#include <nlohmann/json.hpp>

#include "content/site.h"
#include "mcp/tool.h"

namespace signpost {
namespace {

Json described(Json schema, std::string_view description) {
  if (!description.empty()) schema["description"] = description;
  return schema;
}

Json argument_schema(const ToolArgument& argument, const Site& site) {
  Json one = {{"type", argument.type == ArgumentType::number ? "integer" : "string"}};
  if (argument.name == kToolLanguage.name) {
    one["enum"] = Json::array();
    for (const Language& language : site.languages) one["enum"].push_back(language.code);
  } else if (!argument.choices.empty()) {
    one["enum"] = argument.choices;
  }
  if (argument.type == ArgumentType::number)
    one.update({{"minimum", argument.least}, {"maximum", argument.most}});
  if (argument.type == ArgumentType::texts) one = {{"type", "array"}, {"items", one}};
  return described(std::move(one), argument.description);
}

}  // namespace

Json type_schema(std::string_view type, std::string_view description) {
  return described({{"type", type}}, description);
}

Json list_schema(Json items, std::string_view description) {
  return described({{"type", "array"}, {"items", std::move(items)}}, description);
}

Json object_schema(std::initializer_list<std::pair<std::string_view, Json>> members,
                   std::string_view description) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto& [name, schema] : members) {
    const bool is_required = !name.ends_with('?');
    const std::string key(name.substr(0, name.size() - (is_required ? 0 : 1)));
    properties[key] = schema;
    if (is_required) required.push_back(key);
  }
  return described(
      {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}},
      description);
}

Json input_schema(const Tool& tool, const Site& site) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const ToolArgument& argument : tool.arguments) {
    properties[std::string(argument.name)] = argument_schema(argument, site);
    if (argument.is_required) required.push_back(argument.name);
  }
  Json schema = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = std::move(required);
  return schema;
}

Json article_schema() {
  return object_schema(
      {{"id", type_schema("string", "For fetch and report_problem.")},
       {"title", type_schema("string")},
       {"url", type_schema("string", "Of the page, to be given to people.")},
       {"kind", type_schema("string", "help: an article of the site; community: a thread of visitors.")},
       {"lang", type_schema("string")},
       {"updated", type_schema("string", "A day, or nothing.")}});
}

Json incidents_schema() {
  return list_schema(object_schema({{"title", type_schema("string")},
                                    {"status", type_schema("string")},
                                    {"started", type_schema("string")},
                                    {"url", type_schema("string")}}),
                     "What is known to be wrong at the moment and concerns the question. Say it first.");
}

}  // namespace signpost
