// toml_entries.cc - the only file that includes toml++.
// Tested by tests/unit/content/head_entries_test.cc.
#include "content/toml_entries.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace signpost {
namespace {

template <typename Node>
std::string toml_source(const Node& node) {
  std::ostringstream out;
  out << toml::default_formatter(node, toml::format_flags::none);
  return out.str();
}

bool is_toml_scalar(const toml::node& node) { return !node.is_table() && !node.is_array(); }

// Texts as they are, numbers, days and true and false as they are written.
std::string toml_text(const toml::node& node) {
  const auto text = node.value<std::string>();
  return text ? *text : node.visit([](const auto& value) { return toml_source(value); });
}

HeadEntry toml_entry(std::string_view key, const toml::node& node) {
  HeadEntry entry;
  entry.key = std::string(key);
  entry.line = static_cast<int>(node.source().begin.line);
  entry.raw = node.visit([](const auto& value) { return toml_source(value); });
  if (is_toml_scalar(node)) {
    entry.shape = HeadEntry::Shape::scalar;
    entry.scalar = toml_text(node);
  } else if (const toml::array* array = node.as_array()) {
    for (const toml::node& item : *array) {
      if (is_toml_scalar(item)) entry.items.push_back(toml_text(item));
    }
    const bool texts = array->empty() || !entry.items.empty();
    entry.shape = texts ? HeadEntry::Shape::list : HeadEntry::Shape::other;
  } else {
    entry.shape = HeadEntry::Shape::other;
    for (const auto& [name, value] : *node.as_table()) {
      if (is_toml_scalar(value)) entry.members.emplace_back(name.str(), toml_text(value));
    }
  }
  return entry;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> read_toml_pairs(std::string_view toml,
                                                                 std::string_view table) {
  std::vector<std::pair<std::string, std::string>> pairs;
  try {
    const toml::table root = toml::parse(toml);
    const auto found = root.at_path(table);
    if (const toml::table* node = found.as_table()) {
      for (const auto& [key, value] : *node) {
        if (is_toml_scalar(value)) pairs.emplace_back(key.str(), toml_text(value));
      }
    }
  } catch (const toml::parse_error&) {
    pairs.clear();
  }
  return pairs;
}

HeadEntries read_toml_entries(std::string_view toml) {
  HeadEntries result;
  try {
    const toml::table table = toml::parse(toml);
    for (const auto& [key, value] : table) result.entries.push_back(toml_entry(key.str(), value));
    std::stable_sort(result.entries.begin(), result.entries.end(),
                     [](const HeadEntry& a, const HeadEntry& b) { return a.line < b.line; });
  } catch (const toml::parse_error& error) {
    result.error = error.description();
    result.error_line = static_cast<int>(error.source().begin.line);
    result.error_column = static_cast<int>(error.source().begin.column);
  }
  return result;
}

}  // namespace signpost
