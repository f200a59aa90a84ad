// dialect_tags.cc - the extensions of Microsoft's Markdown, as plain Markdown.
// Tested by tests/unit/content/dialect_tags_test.cc.
#include "content/dialect_tags.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/labels.h"

namespace signpost {
namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view small) {
  return lower_case(text.substr(0, small.size())) == small;
}

// The line that `text` starts with, of which no tag needs more than this.
std::string_view line_of(std::string_view text) {
  constexpr size_t kMaxTagBytes = 4096;
  text = text.substr(0, kMaxTagBytes);
  return text.substr(0, text.find('\n'));
}

// The value of key="value".
std::string_view value_of(std::string_view tag, std::string_view key) {
  for (size_t at = tag.find(key); at != std::string_view::npos; at = tag.find(key, at + 1)) {
    size_t pos = at + key.size();
    if (at > 0 && tag[at - 1] != ' ') continue;
    while (pos < tag.size() && tag[pos] == ' ') ++pos;
    if (pos >= tag.size() || tag[pos] != '=') continue;
    const size_t open = tag.find('"', pos);
    const size_t close = open == std::string_view::npos ? open : tag.find('"', open + 1);
    if (close != std::string_view::npos) return tag.substr(open + 1, close - open - 1);
  }
  return {};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>&|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// ":::image type="content" source="a.png" alt-text="A":::" from its first colon. The end is looked for
// behind the last attribute, since texts may have colons.
DialectTag read_image(std::string_view line) {
  bool quoted = false;
  size_t end = 8;
  for (; end < line.size(); ++end) {
    if (line[end] == '"') quoted = !quoted;
    if (!quoted && line.substr(end, 3) == ":::") break;
  }
  if (end >= line.size()) return {};
  const std::string_view tag = line.substr(0, end);
  return {end + 3,
          "![" + escaped(value_of(tag, "alt-text")) + "](<" + std::string(value_of(tag, "source")) + ">)"};
}

DialectTag read_colons(std::string_view line, bool line_start) {
  if (starts_with_ignoring_case(line, ":::image ")) {
    if (DialectTag image = read_image(line); image.length > 0) return image;
  }
  if (starts_with_ignoring_case(line, ":::no-loc ")) {
    const size_t end = line.find(":::", 3);
    if (end != std::string_view::npos) return {end + 3, escaped(value_of(line.substr(0, end), "text"))};
  }
  return line_start ? DialectTag{line.size(), {}} : DialectTag();
}

// "[!INCLUDE [text](path)]" and "[!code-cpp[text](path)]": what they would put here is not at hand.
DialectTag read_nested(std::string_view line) {
  const size_t middle = line.find("](");
  if (middle == std::string_view::npos) return {};
  const size_t end = line.find(")]", middle);
  return end == std::string_view::npos ? DialectTag() : DialectTag{end + 2, {}};
}

DialectTag read_video(std::string_view line, std::string_view lang) {
  const size_t end = line.find(']');
  if (end == std::string_view::npos) return {};
  std::string_view url = line.substr(8, end - 8);
  while (!url.empty() && url.front() == ' ') url.remove_prefix(1);
  while (!url.empty() && url.back() == ' ') url.remove_suffix(1);
  if (url.empty() || url.find_first_of(" <>") != std::string_view::npos) return {};
  return {end + 1, "[" + std::string(video_label(lang)) + "](<" + std::string(url) + ">)"};
}

}  // namespace

DialectTag read_dialect_tag(std::string_view text, bool line_start, std::string_view lang) {
  const std::string_view line = line_of(text);
  if (line.substr(0, 3) == ":::") return read_colons(line, line_start);
  if (starts_with_ignoring_case(line, "[!include") || starts_with_ignoring_case(line, "[!code-")) {
    return read_nested(line);
  }
  if (starts_with_ignoring_case(line, "[!video ")) return read_video(line, lang);
  return {};
}

}  // namespace signpost
