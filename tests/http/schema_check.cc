// schema_check.cc - see schema_check.h.
#include "schema_check.h"

#include <algorithm>

namespace signpost::testing {
namespace {

using nlohmann::json;

class Checker {
 public:
  explicit Checker(const json& root) : root_(root) {}

  void check(const json& value, const json& schema, const std::string& at) {
    for (const auto& [keyword, argument] : schema.items())
      check_keyword(keyword, argument, value, schema, at);
  }

  std::vector<std::string> take_errors() { return std::move(errors_); }

 private:
  void check_keyword(const std::string& keyword, const json& argument, const json& value, const json& schema,
                     const std::string& at) {
    if (keyword == "description" || keyword == "default") return;
    if (keyword == "$ref") {
      check(value, root_.at(json::json_pointer(argument.get<std::string>().substr(1))), at);
    } else if (keyword == "type") {
      if (!has_type(value, argument))
        fail(at, "is " + std::string(value.type_name()) + ", not " + argument.dump());
    } else if (keyword == "enum") {
      if (std::find(argument.begin(), argument.end(), value) == argument.end())
        fail(at, "is none of " + argument.dump());
    } else if (keyword == "minimum") {
      if (value.is_number() && value < argument) fail(at, "is under " + argument.dump());
    } else if (keyword == "maximum") {
      if (value.is_number() && value > argument) fail(at, "is over " + argument.dump());
    } else if (keyword == "required") {
      for (const json& name : argument) {
        if (value.is_object() && !value.contains(name.get<std::string>())) fail(at, "lacks " + name.dump());
      }
    } else if (keyword == "properties") {
      for (const auto& [name, inner] : argument.items()) {
        if (value.is_object() && value.contains(name)) check(value[name], inner, at + "/" + name);
      }
    } else if (keyword == "additionalProperties") {
      check_no_others(argument, value, schema, at);
    } else if (keyword == "items") {
      for (size_t i = 0; value.is_array() && i < value.size(); ++i)
        check(value[i], argument, at + "/" + std::to_string(i));
    } else if (keyword == "anyOf") {
      const bool fits = std::any_of(argument.begin(), argument.end(), [&](const json& option) {
        Checker inner(root_);
        inner.check(value, option, at);
        return inner.errors_.empty();
      });
      if (!fits) fail(at, "fits no option of anyOf");
    } else {
      fail(at, "schema has the unknown keyword " + keyword);
    }
  }

  void check_no_others(const json& argument, const json& value, const json& schema, const std::string& at) {
    if (argument != false) fail(at, "schema has additionalProperties that is not false");
    if (!value.is_object()) return;
    for (const auto& [name, inner] : value.items()) {
      if (!schema.at("properties").contains(name)) fail(at, "has the unknown member " + name);
    }
  }

  static bool has_type(const json& value, const json& type) {
    if (type.is_array()) {
      return std::any_of(type.begin(), type.end(),
                         [&](const json& option) { return has_type(value, option); });
    }
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  void fail(const std::string& at, const std::string& what) {
    errors_.push_back((at.empty() ? "/" : at) + ": " + what);
  }

  const json& root_;
  std::vector<std::string> errors_;
};

}  // namespace

std::vector<std::string> check_schema(const nlohmann::json& value, const nlohmann::json& schema,
                                      const nlohmann::json& root) {
  Checker checker(root);
  checker.check(value, schema, "");
  return checker.take_errors();
}

}  // namespace signpost::testing
