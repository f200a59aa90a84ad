// json_entries.cc - see json_entries.h.
// Tested by tests/unit/content/head_entries_test.cc.
#include "content/json_entries.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "base/ascii.h"
#include "base/error.h"
#include "base/json_limits.h"

namespace signpost {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string json_text(const OrderedJson& value) {
  return value.is_string() ? value.get<std::string>()
                           : value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

HeadEntry json_entry(const std::string& key, const OrderedJson& value) {
  HeadEntry entry;
  entry.key = key;
  entry.raw = value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
  if (value.is_null()) return entry;
  if (value.is_array()) {
    for (const OrderedJson& item : value) {
      if (!item.is_structured()) entry.items.push_back(json_text(item));
    }
    const bool texts = value.empty() || !entry.items.empty();
    entry.shape = texts ? HeadEntry::Shape::list : HeadEntry::Shape::other;
  } else if (value.is_object()) {
    entry.shape = HeadEntry::Shape::other;
    for (const auto& [name, member] : value.items()) {
      if (!member.is_structured()) entry.members.emplace_back(name, json_text(member));
    }
  } else {
    entry.shape = HeadEntry::Shape::scalar;
    entry.scalar = json_text(value);
  }
  return entry;
}

// As of YAML (yaml_tree.h): the same front matter may be written in either.
constexpr JsonLimits kHeadLimits = {1024 * 1024, 64, 200'000};

int line_of_byte(std::string_view text, size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace

HeadEntries read_json_entries(std::string_view json) {
  HeadEntries result;
  std::string text(json);
  if (!trimmed(json).starts_with('{')) text = "{" + text + "}";
  try {
    check_json(text, kHeadLimits);
    const OrderedJson object = OrderedJson::parse(text);
    if (!object.is_object()) {
      result.error = "is not a map of keys and values";
      result.error_line = 1;
      return result;
    }
    for (const auto& [key, value] : object.items()) {
      result.entries.push_back(json_entry(key, value));
      result.entries.back().line = line_of_byte(text, text.find('"' + key + '"'));
    }
  } catch (const Error& error) {  // a limit
    result.error = error.what();
    result.error_line = 1;
  } catch (const nlohmann::json::parse_error& error) {
    result.error = "is not JSON";
    result.error_line = line_of_byte(text, error.byte);
  }
  return result;
}

}  // namespace signpost
