// sent_text.cc - see sent_text.h.
#include "store/sent_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace signpost {

bool is_text(std::string_view text, Lines lines) {
  if (first_invalid_utf8(text) != std::string_view::npos) return false;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t character = next_code_point(text, pos);
    if (!is_text_code_point(character)) return false;
    if (lines == Lines::one && (character == '\n' || character == '\r')) return false;
  }
  return true;
}

void unify_line_breaks(std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  text = std::move(out);
}

std::string one_line_of(std::string text, size_t most_bytes) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  scrub_utf8(text);
  text.resize(whole_characters(text, most_bytes));
  return text;
}

}  // namespace signpost
