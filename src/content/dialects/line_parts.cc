// line_parts.cc - what the passes look for in a line.
// Tested by tests/unit/content/dialects/line_parts_test.cc.
#include "content/dialects/line_parts.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

bool is_word_gap(char c) { return is_space(c) || c == ','; }

bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

// The value at `pos`, which it leaves behind the value: in quotes, or up to a gap.
std::string_view value_at(std::string_view text, size_t& pos) {
  if (pos < text.size() && is_quote(text[pos])) {
    const size_t end = text.find(text[pos], pos + 1);
    if (end != std::string_view::npos) {
      const std::string_view value = text.substr(pos + 1, end - pos - 1);
      pos = end + 1;
      return value;
    }
  }
  const size_t start = pos;
  while (pos < text.size() && !is_word_gap(text[pos])) ++pos;
  return text.substr(start, pos - start);
}

bool is_attribute_name(std::string_view name) {
  return !name.empty() && (is_letter(name[0]) || name[0] == ':' || name[0] == '_') &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_alnum(c) || c == '-' || c == '_' || c == ':' || c == '.'; });
}

bool take_attribute(std::string_view key, std::string_view value, AttributeList& list) {
  if (!key.empty()) {
    if (key == "id") list.id = value;
    return is_attribute_name(key);
  }
  if (value.size() < 2) return value == "-";
  if (value[0] == '#') {
    list.id = value.substr(1);
    return value.find_first_of("{}[]()<>\"'") == std::string_view::npos;
  }
  list.classes.push_back(value.substr(1));
  return value[0] == '.' && is_attribute_name(value.substr(1));
}

}  // namespace

size_t prefix_length(std::string_view line) { return std::min(line.find_first_not_of(" \t>"), line.size()); }

size_t indent_of(std::string_view line) {
  size_t columns = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    columns += c == '\t' ? 4 - columns % 4 : 1;
  }
  return columns;
}

std::string without_indent(std::string_view line, size_t columns) {
  const size_t text = std::min(line.find_first_not_of(" \t"), line.size());
  const size_t indent = indent_of(line);
  return std::string(indent - std::min(indent, columns), ' ') + std::string(line.substr(text));
}

TagWords tag_words(std::string_view text) {
  TagWords words;
  for (size_t pos = 0; pos < text.size();) {
    if (is_word_gap(text[pos])) {
      ++pos;
      continue;
    }
    const size_t start = pos;
    while (pos < text.size() && !is_word_gap(text[pos]) && text[pos] != '=' && !is_quote(text[pos])) ++pos;
    std::string_view key = text.substr(start, pos - start);
    if (pos < text.size() && text[pos] == '=' && !key.empty()) {
      ++pos;
    } else {
      pos = start;
      key = {};
    }
    words.emplace_back(key, value_at(text, pos));
  }
  return words;
}

std::string_view named_word(const TagWords& words, std::initializer_list<std::string_view> keys) {
  for (const std::string_view wanted : keys) {
    for (const auto& [key, value] : words) {
      if (key == wanted) return value;
    }
  }
  return {};
}

std::string_view word_at(const TagWords& words, size_t place) {
  for (const auto& [key, value] : words) {
    if (key.empty() && place-- == 0) return value;
  }
  return {};
}

AttributeList read_attribute_list(std::string_view text) {
  constexpr size_t kMaxListBytes = 1024;
  text = text.substr(0, kMaxListBytes);
  if (text.size() < 3 || text[0] != '{') return {};
  size_t end = 1;
  char quote = '\0';
  for (; end < text.size(); ++end) {
    if (quote == '\0' && (text[end] == '}' || text[end] == '{')) break;
    if (text[end] == quote) {
      quote = '\0';
    } else if (quote == '\0' && (text[end] == '"' || text[end] == '\'')) {
      quote = text[end];
    }
  }
  if (end == text.size() || text[end] != '}') return {};
  std::string_view inside = text.substr(1, end - 1);
  if (inside.starts_with(':')) inside.remove_prefix(1);
  const bool kramdown = text[1] == ':';
  if (inside.starts_with("/*") && inside.ends_with("*/") && inside.size() > 4) {  // MDX
    std::string_view id = trimmed(inside.substr(2, inside.size() - 4));
    if (id.starts_with('#')) id.remove_prefix(1);
    return {end + 1, id, {}};
  }
  AttributeList list;
  const TagWords words = tag_words(inside);
  if (words.empty()) return {};
  for (const auto& [key, value] : words) {
    const bool reference = kramdown && key.empty() && is_attribute_name(value);  // "{:toc}", "{:name}"
    if (!reference && !take_attribute(key, value, list)) return {};
  }
  list.length = end + 1;
  return list;
}

std::string code_span(std::string_view text) {
  const std::string ticks = text.find('`') == std::string_view::npos ? "`" : "``";
  return ticks + std::string(text) + ticks;
}

size_t behind_code_span(std::string_view line, size_t pos) {
  const size_t open = std::min(line.find_first_not_of('`', pos), line.size());
  for (size_t at = line.find('`', open); at != std::string_view::npos;) {
    const size_t behind = std::min(line.find_first_not_of('`', at), line.size());
    if (behind - at == open - pos) return behind;
    at = line.find('`', behind);
  }
  return open;
}

}  // namespace signpost
