// utf8.h - checks, mends and walks UTF-8.
// Tested by tests/unit/base/utf8_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

inline constexpr char32_t kReplacement = 0xFFFD;

// True inside a character, at its second byte or one behind that.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// How many bytes of whole characters from the beginning of `text` fit into `max_bytes`.
size_t whole_characters(std::string_view text, size_t max_bytes);

// Offset of the first byte that isn't part of a well-formed sequence (no overlong forms, no surrogates,
// nothing over U+10FFFF); npos when all of it is UTF-8.
size_t first_invalid_utf8(std::string_view text);

// next_code_point() where the byte at `pos` is none of ASCII.
char32_t next_beyond_ascii(std::string_view text, size_t& pos);

// The code point at `pos`, and `pos` moved behind it. A malformed sequence gives U+FFFD and moves one byte.
// REQUIRES: pos < text.size().
inline char32_t next_code_point(std::string_view text, size_t& pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte >= 0x80) return next_beyond_ascii(text, pos);
  ++pos;
  return byte;
}

// The code point that ends just before `pos`; U+FFFD when the bytes are malformed. REQUIRES: pos > 0.
char32_t code_point_before(std::string_view text, size_t pos);

void append_utf8(std::string& out, char32_t code_point);

// True for what may stand in a page: no C0 control besides tab, line feed and carriage return, no DEL, no
// surrogate, no noncharacter.
bool is_text_code_point(char32_t code_point);

// True for what shows as nothing, or only moves others: Default_Ignorable_Code_Point and Bidi_Control of
// Unicode, as far as they are no part of how a letter looks, and separators of lines. The joiners U+200C and
// U+200D are among them.
bool is_invisible(char32_t code_point);
bool is_joiner(char32_t code_point);

// Replaces malformed bytes and everything that is_text_code_point refuses by U+FFFD. Costs one quick scan
// when there is nothing to do.
void scrub_utf8(std::string& text);

// All of them; each malformed byte gives U+FFFD.
std::u32string code_points(std::string_view text);

// The number of code points; malformed bytes count one each.
size_t count_code_points(std::string_view text);

// The column in characters of a place that a library tells as a line and a column in bytes, both 1-based; 0
// when the column is.
int column_in_characters(std::string_view text, int line, int byte_column);

}  // namespace signpost
