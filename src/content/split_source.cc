// split_source.cc - the lines of front matter, before anything of it is understood: where it ends, what
// stands where. Tested by tests/unit/content/front_matter_test.cc.
#include "content/split_source.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
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
bool looks_like_head(std::string_view line, char separator) {
  if (line.empty()) return false;
  if (line[0] == ' ' || line[0] == '\t' || line.substr(0, 2) == "- ") return true;
  if (separator == '=' && line[0] == '[') return true;
  const size_t at = line.find(separator);
  return at != std::string_view::npos && at > 0 && (separator == '=' || line.find(' ') > at);
}

struct Fence {
  std::string_view mark;  // of the line that closes it
  HeadFormat format = HeadFormat::yaml;
};

// What the line opens; nullopt when it is none.
std::optional<Fence> fence_of(std::string_view line) {
  if (line == "+++") return Fence{"+++", HeadFormat::toml};
  if (line == ";;;") return Fence{";;;", HeadFormat::json};
  if (!line.starts_with("---")) return std::nullopt;
  const std::string_view language = trimmed(line.substr(3));
  if (language.empty() || language == "yaml" || language == "yml") return Fence{"---", HeadFormat::yaml};
  if (language == "toml") return Fence{"---", HeadFormat::toml};
  if (language == "json") return Fence{"---", HeadFormat::json};
  return std::nullopt;
}

// Where the first line starts that is neither blank nor part of a comment.
size_t first_line_of_text(std::string_view bytes) {
  size_t pos = 0;
  while (pos < bytes.size()) {
    const std::string_view line = line_at(bytes, pos);
    if (line.starts_with("<!--")) {
      const size_t end = bytes.find("-->", pos + 4);
      if (end == std::string_view::npos || !line_at(bytes, end + 3).empty()) return pos;
      pos = next_line(bytes, end);
    } else if (is_blank(line)) {
      pos = next_line(bytes, pos);
    } else {
      return pos;
    }
  }
  return pos;
}

// Behind the brace that closes the object at the beginning of `text`; npos when none does.
size_t end_of_object(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      i += c == '\\';
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

class Splitter {
 public:
  explicit Splitter(std::string_view bytes) : bytes_(bytes) { split_.body = bytes; }

  SplitSource run() {
    const size_t start = first_line_of_text(bytes_);
    const std::string_view line = line_at(bytes_, start);
    if (line.starts_with('{')) {
      split_object(start);
    } else if (const auto fence = fence_of(line)) {
      split_fenced(*fence, next_line(bytes_, start), start > 0);
    }
    return split_;
  }

 private:
  void cut(HeadFormat format, size_t head, size_t head_end, size_t body) {
    split_.has_front_matter = true;
    split_.format = format;
    split_.head = bytes_.substr(head, head_end - head);
    split_.head_line = line_of(head);
    split_.body = bytes_.substr(body);
    split_.body_line = line_of(body);
  }

  int line_of(size_t pos) const {
    const std::string_view before = bytes_.substr(0, pos);
    const bool cut_short = !before.empty() && before.back() != '\n';  // at the end of the file
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')) + (cut_short ? 1 : 0);
  }

  // Below other lines, dashes begin front matter only where all that follows looks like it.
  void split_fenced(const Fence& fence, size_t start, bool below) {
    const char separator = fence.format == HeadFormat::toml ? '=' : ':';
    for (size_t pos = start; pos < bytes_.size(); pos = next_line(bytes_, pos)) {
      const std::string_view text = line_at(bytes_, pos);
      const bool dots = fence.format == HeadFormat::yaml && text == "...";
      if (text == fence.mark || dots) return cut(fence.format, start, pos, next_line(bytes_, pos));
      if (below && (pos == start || !text.empty()) && !looks_like_head(text, separator)) return;
    }
    if (below) return;
    size_t end = start;
    while (end < bytes_.size() && looks_like_head(line_at(bytes_, end), separator))
      end = next_line(bytes_, end);
    if (end == start) return;  // a thematic break, not front matter
    cut(fence.format, start, end, end);
    split_.unclosed = true;
  }

  // An object of JSON, which no template tag or attribute list looks like.
  void split_object(size_t start) {
    const size_t inside = bytes_.find_first_not_of(" \t\r\n", start + 1);
    if (inside == std::string_view::npos || bytes_[inside] != '"') return;
    const size_t end = end_of_object(bytes_.substr(start));
    if (end != std::string_view::npos && line_at(bytes_, start + end).empty())
      return cut(HeadFormat::json, start, start + end, next_line(bytes_, start + end));
    if (end != std::string_view::npos) return;  // text goes on behind it
    const size_t blank = std::min(bytes_.find("\n\n", start), bytes_.size());
    cut(HeadFormat::json, start, blank, next_line(bytes_, blank));
    split_.unclosed = true;
  }

  std::string_view bytes_;
  SplitSource split_;
};

// Where the key of the line begins, in whichever of the languages; npos when it isn't `key`.
size_t key_at(std::string_view line, std::string_view key, HeadFormat format) {
  size_t at = format == HeadFormat::yaml ? 0 : line.find_first_not_of(" \t{,");
  if (at == std::string_view::npos || at >= line.size()) return std::string_view::npos;
  const bool quoted = line[at] == '"' || line[at] == '\'';
  at += quoted ? 1 : 0;
  if (line.substr(at, key.size()) != key) return std::string_view::npos;
  const std::string_view rest = line.substr(std::min(line.size(), at + key.size() + (quoted ? 1 : 0)));
  const size_t next = rest.find_first_not_of(" \t");
  if (next == std::string_view::npos || (rest[next] != ':' && rest[next] != '='))
    return std::string_view::npos;
  return at;
}

}  // namespace

SplitSource split_source(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  return Splitter(bytes).run();
}

Place place_in_front_matter(const SplitSource& source, std::string_view key, std::string_view value) {
  const std::string_view head = source.head;
  int line = source.head_line;
  bool found = false;
  Place place{1, 1};
  for (size_t pos = 0; pos < head.size(); pos = next_line(head, pos), ++line) {
    const std::string_view text = line_at(head, pos);
    const size_t at_key = key_at(text, key, source.format);
    const bool is_key = at_key != std::string_view::npos;
    if (found && !is_key && !text.empty() && text[0] != ' ' && text[0] != '\t' && text[0] != '-') break;
    if (is_key) {
      found = true;
      place = {line, 1};
    }
    if (!found) continue;
    const size_t at =
        value.empty() ? std::string_view::npos : text.find(value, is_key ? at_key + key.size() : 0);
    if (at == std::string_view::npos) continue;
    return {line, 1 + static_cast<int>(count_code_points(text.substr(0, at)))};
  }
  return place;
}

}  // namespace signpost
