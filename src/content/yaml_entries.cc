// yaml_entries.cc - the top-level keys of a YAML map: a quick reader for the plain lines that nearly all
// front matter consists of, yaml-cpp for the rest, and a lenient one for what isn't YAML.
// Tested by tests/unit/content/yaml_entries_test.cc.
#include "content/yaml_entries.h"

#include <optional>

#include "base/ascii.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool is_key_char(char c) { return is_alnum(c) || c == '_' || c == '-' || c == '.'; }

// Length of the key of a line "key:" or "key: value" that starts in its first column; 0 when it is none.
size_t key_length(std::string_view line) {
  size_t length = 0;
  while (length < line.size() && is_key_char(line[length])) ++length;
  if (length == 0 || length == line.size() || line[length] != ':') return 0;
  if (line[0] == '-' || line[0] == '.') return 0;
  return length + 1 == line.size() || line[length + 1] == ' ' ? length : 0;
}

// The text of a one-line scalar whose meaning needs no YAML parser; nullopt when it might. An empty `value`
// gives an empty text.
std::optional<std::string> simple_scalar(std::string_view value) {
  if (value.empty()) return std::string();
  const char first = value[0];
  if (first == '\'' || first == '"') {
    if (value.size() < 2 || value.back() != first) return std::nullopt;
    const std::string_view inner = value.substr(1, value.size() - 2);
    if (inner.find(first) != std::string_view::npos) return std::nullopt;
    if (first == '"' && inner.find('\\') != std::string_view::npos) return std::nullopt;
    return std::string(inner);
  }
  const auto byte = static_cast<unsigned char>(first);
  const bool plain_start = is_alnum(first) || first == '/' || first == '(' || byte >= 0xC2;
  if (!plain_start || value.find(": ") != std::string_view::npos ||
      value.find(" #") != std::string_view::npos || value.find('\t') != std::string_view::npos ||
      value.back() == ':') {
    return std::nullopt;
  }
  return std::string(value);
}

bool is_null_word(std::string_view value) {
  return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

// The quick way: only "key: value" lines and lists of one-line texts. nullopt as soon as a line is anything
// else.
std::optional<std::vector<HeadEntry>> read_quickly(const std::vector<std::string_view>& lines) {
  std::vector<HeadEntry> entries;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (trimmed(line).empty()) continue;
    const size_t key = key_length(line);
    if (key > 0) {
      const std::string_view value = trimmed(line.substr(key + 1));
      auto text = simple_scalar(value);
      if (!text) return std::nullopt;
      HeadEntry entry;
      entry.key = std::string(line.substr(0, key));
      entry.line = static_cast<int>(i) + 1;
      entry.shape = is_null_word(value) ? HeadEntry::Shape::null : HeadEntry::Shape::scalar;
      entry.scalar = std::move(*text);
      entry.raw = std::string(value);
      entries.push_back(std::move(entry));
      continue;
    }
    const std::string_view item = trimmed(line);
    if (entries.empty() || item.size() < 3 || item[0] != '-' || item[1] != ' ') return std::nullopt;
    HeadEntry& list = entries.back();
    if (list.shape == HeadEntry::Shape::scalar || line[0] == '\t' || lines[i - 1].empty())
      return std::nullopt;
    const std::string_view value = trimmed(item.substr(2));
    if (value[0] == '-') return std::nullopt;
    auto text = simple_scalar(value);
    if (!text || is_null_word(value) || key_length(value) > 0) return std::nullopt;
    list.shape = HeadEntry::Shape::list;
    list.items.push_back(std::move(*text));
    if (!list.raw.empty()) list.raw += '\n';
    list.raw += line;
  }
  return entries;
}

HeadEntry entry_of(const YAML::Node& key, const YAML::Node& value) {
  HeadEntry entry;
  entry.key = key.Scalar();
  entry.line = key.Mark().line + 1;
  if (value.IsNull()) return entry;
  if (value.IsScalar()) {
    entry.shape = HeadEntry::Shape::scalar;
    entry.scalar = value.Scalar();
    return entry;
  }
  entry.shape = HeadEntry::Shape::other;
  if (value.IsMap()) {
    for (const auto& member : value) {
      if (member.first.IsScalar() && member.second.IsScalar())
        entry.members.emplace_back(member.first.Scalar(), member.second.Scalar());
    }
  }
  if (!value.IsSequence()) return entry;
  for (const auto& item : value) {
    if (item.IsScalar()) entry.items.push_back(item.Scalar());
  }
  if (value.size() == 0 || !entry.items.empty()) entry.shape = HeadEntry::Shape::list;
  return entry;
}

// Fills `raw` from the lines between one key and the next.
void cut_raw_values(const std::vector<std::string_view>& lines, std::vector<HeadEntry>& entries) {
  for (size_t i = 0; i < entries.size(); ++i) {
    const auto first = static_cast<size_t>(entries[i].line - 1);
    const size_t last = i + 1 < entries.size() ? static_cast<size_t>(entries[i + 1].line - 1) : lines.size();
    for (size_t at = first; at < last && at < lines.size(); ++at) {
      std::string_view line = lines[at];
      if (at == first) line = trimmed(line.substr(std::min(line.size(), line.find(':') + 1)));
      if (at > first) entries[i].raw += '\n';
      entries[i].raw += line;
    }
    if (first == last) entries[i].raw = entries[i].scalar;  // a map in one line
    while (!entries[i].raw.empty() && entries[i].raw.back() == '\n') entries[i].raw.pop_back();
  }
}

// What can be saved from text that is no YAML: "title: a: b" still has a title.
std::vector<HeadEntry> read_leniently(const std::vector<std::string_view>& lines) {
  std::vector<HeadEntry> entries;
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t key = key_length(lines[i]);
    if (key == 0) continue;
    std::string_view value = trimmed(lines[i].substr(key + 1));
    HeadEntry entry;
    entry.key = std::string(lines[i].substr(0, key));
    entry.line = static_cast<int>(i) + 1;
    entry.raw = std::string(value);
    if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0]) {
      value = value.substr(1, value.size() - 2);
    }
    if (value.find_first_of("{}[]|>&*!%@`\"'") == 0) continue;  // not a one-line text
    entry.scalar = std::string(value);
    entry.shape = is_null_word(value) ? HeadEntry::Shape::null : HeadEntry::Shape::scalar;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

HeadEntries read_yaml_entries(std::string_view yaml) {
  HeadEntries result;
  const std::vector<std::string_view> lines = lines_of(yaml);
  if (auto quick = read_quickly(lines)) {
    result.entries = std::move(*quick);
    return result;
  }
  try {
    const YAML::Node root = load_yaml(yaml);
    if (root.IsNull()) return result;
    if (root.IsMap()) {
      for (const auto& entry : root) {
        if (entry.first.IsScalar()) result.entries.push_back(entry_of(entry.first, entry.second));
      }
      cut_raw_values(lines, result.entries);
      return result;
    }
    result.error = "is not a map of keys and values";
    result.error_line = 1;
  } catch (const YAML::Exception& e) {
    result.error = e.msg;
    result.error_line = e.mark.line + 1;
    result.error_column = e.mark.column + 1;
  }
  result.entries = read_leniently(lines);
  return result;
}

}  // namespace signpost
