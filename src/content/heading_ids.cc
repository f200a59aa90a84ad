// heading_ids.cc - the ids of headings, as GitHub makes them.
// Tested by tests/unit/content/heading_ids_test.cc.
#include "content/heading_ids.h"

#include <unicode/uchar.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/ids.h"

namespace signpost {
namespace {

constexpr size_t kMaxSlugBytes = 128;

bool is_word_code_point(char32_t c) {
  if (c < 0x80) return is_alnum(static_cast<char>(c)) || c == '_';
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) != 0;
}

}  // namespace

std::string heading_slug(std::string_view heading) {
  const std::string text = composed(heading);
  std::string slug;
  size_t pos = 0;
  while (pos < text.size() && slug.size() < kMaxSlugBytes - 4) {
    const char32_t c = next_code_point(text, pos);
    if (c == ' ') {
      slug += '-';
    } else if (c == '-' || is_word_code_point(c)) {
      append_utf8(slug, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return slug.empty() ? "section" : slug;
}

bool is_safe_html_id(std::string_view id) {
  if (id.empty() || id.size() > kMaxSlugBytes) return false;
  size_t pos = 0;
  while (pos < id.size()) {
    const char32_t c = next_code_point(id, pos);
    if (c == kReplacement) return false;
    if (c != '-' && c != '.' && c != ':' && !is_word_code_point(c)) return false;
  }
  return true;
}

std::string HeadingIds::take_numbered(const std::string& id) {
  if (take(id)) return id;
  int& number = next_number_[id];
  while (true) {
    std::string numbered = id + "-" + std::to_string(++number);
    if (take(numbered)) return numbered;
  }
}

}  // namespace signpost
