// ids.cc - the ids that documents are known by.
// Tested by tests/unit/content/ids_test.cc.
#include "content/ids.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

bool is_id_char(char c) { return is_alnum(c) || c == '.' || c == '_' || c == '-'; }

bool is_letter_or_number(char32_t c) {
  if (c < 0x80) return is_alnum(static_cast<char>(c));
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

// What says how its neighbours are drawn, such as a joiner or the selector in many emoji.
bool is_unseen(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// Thai, Hindi, Bengali and Tamil write most of their vowels as marks.
bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0 && !is_unseen(c);
}

// Says of one code point after the other whether it may stand in an id.
class IdCodePoints {
 public:
  bool take(char32_t c) {
    const bool letter = is_letter_or_number(c);
    const bool mark = in_word_ && c >= 0x80 && !letter && is_mark(c);
    in_word_ = letter || mark;
    return in_word_ || c == '.' || c == '_' || c == '-';
  }

 private:
  bool in_word_ = false;  // a mark belongs to the letter before it
};

// Characters of ids, in lower case; whatever lies between them becomes one hyphen. Every file's name passes
// through here in every run, and nearly all of them are ASCII.
std::string ascii_id(std::string_view text) {
  std::string id;
  id.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    if (!is_id_char(c)) {
      gap = true;
      continue;
    }
    if (gap && !id.empty()) id += '-';
    gap = false;
    id += lower(c);
  }
  return id;
}

std::string unicode_id(std::string_view text) {
  std::string id;
  IdCodePoints points;
  bool gap = false;
  size_t pos = 0;
  while (pos < text.size()) {
    const auto point = static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(text, pos))));
    if (is_unseen(point)) continue;
    if (!points.take(point)) {
      gap = true;
      continue;
    }
    if (gap && !id.empty()) id += '-';
    gap = false;
    append_utf8(id, point);
  }
  return id;
}

}  // namespace

std::string composed(std::string_view text) {
  if (is_ascii(text) || first_invalid_utf8(text) != std::string::npos) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), text.size()));
  const icu::UnicodeString result = nfc->normalize(source, status);
  if (U_FAILURE(status)) return std::string(text);
  std::string out;
  result.toUTF8String(out);
  return out;
}

std::string make_id(std::string_view text) {
  const std::string id = is_ascii(text) ? ascii_id(text) : unicode_id(composed(text));
  if (id.empty() || id == "." || id == "..") return "untitled";
  return id;
}

bool is_valid_id(std::string_view id) {
  if (id.empty() || id == "." || id == "..") return false;
  IdCodePoints points;
  size_t pos = 0;
  while (pos < id.size()) {
    if (!points.take(next_code_point(id, pos))) return false;
  }
  return true;
}

}  // namespace signpost
