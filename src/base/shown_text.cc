// shown_text.cc - see shown_text.h.
#include "base/shown_text.h"

#include "base/utf8.h"

namespace signpost {
namespace {

constexpr std::string_view kEllipsis = "…";

size_t html_bytes(char32_t code_point, size_t utf8_bytes) {
  switch (code_point) {
    case '"':
    case '\'':
      return 6;
    case '&':
      return 5;
    case '<':
    case '>':
      return 4;
    default:
      return utf8_bytes;
  }
}

// What a joiner may stand beside.
bool joins(char32_t c) { return c >= 0x80 && !is_invisible(c) && c != 0x3000 && c != 0x00A0; }

}  // namespace

size_t html_size(std::string_view text) {
  size_t size = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(text, at);
    size += html_bytes(c, at - begin);
  }
  return size;
}

std::string shortened(std::string_view text, size_t max_bytes) {
  size_t weight = 0;
  size_t kept = 0;  // bytes of `text` that leave room for the ellipsis
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(text, at);
    weight += html_bytes(c, at - begin);
    if (weight > max_bytes) return std::string(text.substr(0, kept)) + std::string(kEllipsis);
    if (weight + kEllipsis.size() <= max_bytes) kept = at;
  }
  return std::string(text);
}

std::string without_bidi_controls(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  char32_t before = 0;
  char32_t joiner = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_invisible(c)) {
      joiner = is_joiner(c) && joins(before) ? c : 0;
      continue;
    }
    if (joiner != 0 && joins(c)) append_utf8(kept, joiner);
    kept += text.substr(begin, at - begin);
    before = c;
    joiner = 0;
  }
  return kept;
}

}  // namespace signpost
