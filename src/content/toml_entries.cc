// toml_entries.cc - the only file that includes toml++.
// Tested by tests/unit/content/head_entries_test.cc.
#include "content/toml_entries.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace signpost {
namespace {

constexpr size_t kMaxTomlBytes = 1024 * 1024;
// toml++ stops at 256 lists and tables in each other, but not at the parts of a dotted key, each of which is
// a table in the one before: a megabyte of "a.a.a" takes more of the stack than there is. So many dots have
// no line that anybody writes.
constexpr std::ptrdiff_t kMaxDotsInLine = 1000;

// The first line, 1-based, that is beyond a limit; 0 when there is none.
int toml_line_beyond_limits(std::string_view toml) {
  if (toml.size() > kMaxTomlBytes) return 1;
  int number = 1;
  for (size_t begin = 0; begin < toml.size(); ++number) {
    const std::string_view line = toml.substr(begin, toml.find('\n', begin) - begin);
    if (std::count(line.begin(), line.end(), '.') > kMaxDotsInLine) return number;
    begin += line.size() + 1;
  }
  return 0;
}

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
  if (toml_line_beyond_limits(toml) != 0) return pairs;
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
  if (const int line = toml_line_beyond_limits(toml); line != 0) {
    result.error = "is larger or deeper than it may be";
    result.error_line = line;
    return result;
  }
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
