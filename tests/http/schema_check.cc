// schema_check.cc - see schema_check.h.
#include "schema_check.h"

#include <algorithm>
#include <regex>
#include <set>

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
    if (is_note(keyword)) return;
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
      if (options_that_fit(argument, value, at) == 0) fail(at, "fits no option of anyOf");
    } else if (keyword == "oneOf") {
      if (options_that_fit(argument, value, at) != 1) fail(at, "fits not one option of oneOf");
    } else if (!check_text_or_list(keyword, argument, value, at)) {
      fail(at, "schema has the unknown keyword " + keyword);
    }
  }

  // Says something to people only.
  static bool is_note(const std::string& keyword) {
    static const std::set<std::string> kNotes = {"description", "default",     "title",
                                                 "$schema",     "definitions", "id"};
    return kNotes.count(keyword) != 0;
  }

  std::ptrdiff_t options_that_fit(const json& options, const json& value, const std::string& at) const {
    return std::count_if(options.begin(), options.end(), [&](const json& option) {
      Checker inner(root_);
      inner.check(value, option, at);
      return inner.errors_.empty();
    });
  }

  // False when it doesn't know the keyword.
  bool check_text_or_list(const std::string& keyword, const json& argument, const json& value,
                          const std::string& at) {
    if (keyword == "minItems") {
      if (value.is_array() && value.size() < argument.get<size_t>()) fail(at, "has too few items");
    } else if (keyword == "uniqueItems") {
      if (argument == true && value.is_array() &&
          std::set<json>(value.begin(), value.end()).size() != value.size())
        fail(at, "has an item twice");
    } else if (keyword == "pattern") {
      if (value.is_string() &&
          !std::regex_search(value.get<std::string>(), std::regex(argument.get<std::string>())))
        fail(at, "does not fit " + argument.dump());
    } else if (keyword == "format") {
      check_format(argument, value, at);
    } else {
      return false;
    }
    return true;
  }

  // RFC 3986 as far as its characters go; an absolute one begins with a scheme.
  void check_format(const json& format, const json& value, const std::string& at) {
    if (!value.is_string()) return;
    static const std::regex kReference("[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*");
    static const std::regex kAbsolute("[a-z][a-z0-9+.-]*:.*");
    const std::string text = value.get<std::string>();
    if (format != "uri" && format != "uri-reference")
      return fail(at, "schema has the unknown format " + format.dump());
    if (!std::regex_match(text, kReference)) fail(at, "has characters that a URI can't have");
    if (format == "uri" && !std::regex_match(text, kAbsolute)) fail(at, "is no absolute URI");
  }

  void check_no_others(const json& argument, const json& value, const json& schema, const std::string& at) {
    if (!value.is_object() || argument == true) return;
    for (const auto& [name, inner] : value.items()) {
      if (schema.contains("properties") && schema["properties"].contains(name)) continue;
      if (argument.is_object()) {
        check(inner, argument, at + "/" + name);
      } else {
        fail(at, "has the unknown member " + name);
      }
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
