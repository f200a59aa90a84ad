// utf8.cc - checks, mends and walks UTF-8.
// Tested by tests/unit/base/utf8_test.cc.
#include "base/utf8.h"

#include <cstdint>
#include <cstring>

namespace signpost {
namespace {

// Length of the well-formed sequence at `pos`, 0 when there is none. Table 3-7 of the Unicode Standard.
size_t sequence_length(std::string_view text, size_t pos) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[pos + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (pos + length > text.size()) return 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  if (byte(1) < low || byte(1) > high) return 0;
  for (size_t i = 2; i < length; ++i) {
    if (!is_continuation(text[pos + i])) return 0;
  }
  return length;
}

// Skips whole words of ASCII; most text is that.
size_t skip_ascii(std::string_view text, size_t pos) {
  while (pos + 8 <= text.size()) {
    uint64_t word;
    std::memcpy(&word, text.data() + pos, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
    pos += 8;
  }
  return pos;
}

// True when a byte of the word could start or be something that a page may not hold: a control character.
bool has_control(uint64_t word) {
  constexpr uint64_t kOnes = 0x0101010101010101ULL;
  const uint64_t below_space = (word - kOnes * 0x20) & ~word & (kOnes * 0x80);
  const uint64_t del = word ^ (kOnes * 0x7F);
  return below_space != 0 || ((del - kOnes) & ~del & (kOnes * 0x80)) != 0;
}

// Offset of the first thing that scrub_utf8 would replace, npos when there is none.
size_t first_unfit(std::string_view text) {
  size_t pos = 0;
  while (pos < text.size()) {
    uint64_t word;
    while (pos + 8 <= text.size()) {
      std::memcpy(&word, text.data() + pos, 8);
      if ((word & 0x8080808080808080ULL) != 0 || has_control(word)) break;
      pos += 8;
    }
    if (pos >= text.size()) break;
    const size_t length = sequence_length(text, pos);
    if (length == 0) return pos;
    size_t end = pos;
    if (!is_text_code_point(next_code_point(text, end))) return pos;
    pos += length;
  }
  return std::string_view::npos;
}

}  // namespace

size_t first_invalid_utf8(std::string_view text) {
  size_t pos = 0;
  while (true) {
    pos = skip_ascii(text, pos);
    if (pos >= text.size()) return std::string_view::npos;
    const size_t length = sequence_length(text, pos);
    if (length == 0) return pos;
    pos += length;
  }
}

char32_t next_beyond_ascii(std::string_view text, size_t& pos) {
  const size_t length = sequence_length(text, pos);
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (length <= 1) {
    ++pos;
    return length == 0 ? kReplacement : lead;
  }
  char32_t code_point = lead & (0x7F >> length);
  for (size_t i = 1; i < length; ++i) {
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[pos + i]) & 0x3F);
  }
  pos += length;
  return code_point;
}

char32_t code_point_before(std::string_view text, size_t pos) {
  size_t start = pos - 1;
  while (start > 0 && pos - start < 4 && is_continuation(text[start])) --start;
  size_t end = start;
  const char32_t code_point = next_code_point(text, end);
  return end == pos ? code_point : kReplacement;
}

size_t whole_characters(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) return text.size();
  while (max_bytes > 0 && is_continuation(text[max_bytes])) --max_bytes;
  return max_bytes;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) code_point = kReplacement;
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point <= 0x10FFFF) {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    append_utf8(out, kReplacement);
  }
}

bool is_text_code_point(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  if (c == 0x7F) return false;
  if (c >= 0xD800 && c <= 0xDFFF) return false;
  if (c >= 0xFDD0 && c <= 0xFDEF) return false;
  return (c & 0xFFFE) != 0xFFFE && c <= 0x10FFFF;
}

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x180E || c == 0x3164 ||
         c == 0xFEFF || c == 0xFFA0 || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

void scrub_utf8(std::string& text) {
  const size_t bad = first_unfit(text);
  if (bad == std::string::npos) return;
  std::string clean(text, 0, bad);
  clean.reserve(text.size() + 16);
  size_t pos = bad;
  while (pos < text.size()) {
    const char32_t code_point = next_code_point(text, pos);
    append_utf8(clean, is_text_code_point(code_point) ? code_point : kReplacement);
  }
  text = std::move(clean);
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (size_t pos = 0; pos < text.size();) points += next_code_point(text, pos);
  return points;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += is_continuation(c) ? 0 : 1;
  return count;
}

int column_in_characters(std::string_view text, int line, int byte_column) {
  if (byte_column <= 0) return 0;
  for (; line > 1; --line) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return byte_column;
    text.remove_prefix(end + 1);
  }
  return 1 + static_cast<int>(count_code_points(text.substr(0, static_cast<size_t>(byte_column - 1))));
}

}  // namespace signpost
