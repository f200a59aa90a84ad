// split_source.cc - the lines of front matter, before anything of it is understood: where it ends, what
// stands where. Tested by tests/unit/content/front_matter_test.cc.
#include "content/split_source.h"

#include <algorithm>

#include "base/utf8.h"

namespace signpost {
namespace {

std::string_view line_at(std::string_view text, size_t pos) {
  const size_t end = text.find('\n', pos);
  std::string_view line = text.substr(pos, end == std::string_view::npos ? end : end - pos);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

size_t next_line(std::string_view text, size_t pos) {
  const size_t end = text.find('\n', pos);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// True for a line that may belong to front matter nobody closed: a key, an indented or a list line.
bool looks_like_yaml(std::string_view line) {
  if (line.empty()) return false;
  if (line[0] == ' ' || line[0] == '\t' || line.substr(0, 2) == "- ") return true;
  const size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 && line.find(' ') > colon;
}

}  // namespace

SplitSource split_source(std::string_view bytes) {
  SplitSource split;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  split.body = bytes;
  if (line_at(bytes, 0) != "---") return split;
  const size_t start = next_line(bytes, 0);
  int line = 2;
  for (size_t pos = start; pos < bytes.size(); pos = next_line(bytes, pos), ++line) {
    const std::string_view text = line_at(bytes, pos);
    if (text != "---" && text != "...") continue;
    split.has_front_matter = true;
    split.yaml = bytes.substr(start, pos - start);
    split.yaml_line = 2;
    split.body = bytes.substr(next_line(bytes, pos));
    split.body_line = line + 1;
    return split;
  }
  size_t end = start;
  for (line = 2; end < bytes.size() && looks_like_yaml(line_at(bytes, end)); ++line)
    end = next_line(bytes, end);
  if (end == start) return split;  // a thematic break, not front matter
  split.has_front_matter = true;
  split.unclosed = true;
  split.yaml = bytes.substr(start, end - start);
  split.yaml_line = 2;
  split.body = bytes.substr(end);
  split.body_line = line;
  return split;
}

Place place_in_front_matter(const SplitSource& source, std::string_view key, std::string_view value) {
  const std::string_view yaml = source.yaml;
  int line = source.yaml_line;
  bool found = false;
  Place place{1, 1};
  for (size_t pos = 0; pos < yaml.size(); pos = next_line(yaml, pos), ++line) {
    const std::string_view text = line_at(yaml, pos);
    const size_t quote = !text.empty() && (text[0] == '"' || text[0] == '\'') ? 1 : 0;
    const bool is_key = text.substr(quote, key.size()) == key &&
                        text.substr(std::min(text.size(), quote * 2 + key.size()), 1) == ":";
    if (found && !is_key && !text.empty() && text[0] != ' ' && text[0] != '\t' && text[0] != '-') break;
    if (is_key) {
      found = true;
      place = {line, 1};
    }
    if (!found) continue;
    const size_t at = value.empty() ? std::string_view::npos : text.find(value, is_key ? key.size() : 0);
    if (at == std::string_view::npos) continue;
    return {line, 1 + static_cast<int>(count_code_points(text.substr(0, at)))};
  }
  return place;
}

}  // namespace signpost
