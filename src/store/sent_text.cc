// sent_text.cc - see sent_text.h.
#include "store/sent_text.h"

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

}  // namespace signpost
