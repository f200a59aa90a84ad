// printable.cc - see printable.h.
#include "base/printable.h"

#include <cstdint>
#include <cstdio>

#include "base/utf8.h"

namespace signpost {
namespace {

// Bytes of the character at the front of `text` if it can be shown as it is, else 0.
size_t printable_length(std::string_view text) {
  size_t length = 0;
  const char32_t c = next_code_point(text, length);
  const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
  const bool malformed = c == kReplacement && length == 1;
  return control || malformed || !is_text_code_point(c) || (is_invisible(c) && !is_joiner(c)) ? 0 : length;
}

std::string escaped(std::string_view text, size_t& length) {
  length = 0;
  const char32_t c = next_code_point(text, length);
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  char out[16];
  const bool is_byte = length == 1 || c < 0xa0;
  const unsigned shown = is_byte && c == kReplacement ? static_cast<unsigned char>(text[0]) : c;
  std::snprintf(out, sizeof out, is_byte ? "\\x%02x" : "\\u{%04x}", shown);
  return out;
}

// As UTF-16, with a surrogate pair beyond the first plane (RFC 8259, section 7).
std::string json_escape(std::string_view text, size_t& length) {
  length = 0;
  const uint32_t c = next_code_point(text, length);
  char out[16];
  if (c < 0x10000) {
    std::snprintf(out, sizeof out, "\\u%04x", c);
  } else {
    std::snprintf(out, sizeof out, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10),
                  0xDC00 + ((c - 0x10000) & 0x3FF));
  }
  return out;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    size_t length = printable_length(text);
    out += length > 0 ? std::string(text.substr(0, length)) : escaped(text, length);
    text.remove_prefix(length);
  }
  return out;
}

std::string printable_json(std::string_view json) {
  std::string out;
  while (!json.empty()) {
    size_t length = printable_length(json);
    if (length == 0 && (json[0] == '\n' || json[0] == '\t')) length = 1;
    out += json.substr(0, length);
    if (length == 0) out += json_escape(json, length);
    json.remove_prefix(length);
  }
  return out;
}

bool is_printable(std::string_view text) {
  while (!text.empty()) {
    const size_t length = printable_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace signpost
