// unicode_fold.cc - classes of characters in a table, and folding that asks ICU only beyond ASCII.
#include "index/unicode_fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>

#include "base/ascii.h"
#include "base/error.h"
#include "index/letter_variants.h"

namespace signpost {
namespace {

const icu::Normalizer2& normalizer(const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, std::string("ICU has no normalizer ") + name);
  return *instance;
}

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& instance = normalizer("nfkc_cf", UNORM2_COMPOSE);
  return instance;
}

const icu::Normalizer2& nfd() {
  static const icu::Normalizer2& instance = normalizer("nfc", UNORM2_DECOMPOSE);
  return instance;
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// The blocks that make up nearly all CJK text, without a table lookup.
bool classify_common_cjk(char32_t c, CharClass& out) {
  if (in(c, 0xAC00, 0xD7A3)) return out = CharClass::hangul, true;
  if (in(c, 0x4E00, 0x9FFF)) return out = CharClass::han, true;
  if (in(c, 0x3041, 0x3096)) return out = CharClass::hiragana, true;
  if (in(c, 0x30A1, 0x30FA) || c == 0x30FC) return out = CharClass::katakana, true;
  return false;
}

CharClass classify_by_script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
      return CharClass::han;
    case USCRIPT_HIRAGANA:
      return CharClass::hiragana;
    case USCRIPT_KATAKANA:
      return CharClass::katakana;
    case USCRIPT_HANGUL:
      return CharClass::hangul;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return CharClass::complex;
    default:
      return CharClass::word;
  }
}

CharClass classify_uncached(char32_t c) {
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    return CharClass::ignorable;
  }
  if (c == 0x309B || c == 0x309C) return CharClass::separator;  // stand-alone voiced sound marks
  // Apostrophes, though they are called letters.
  if (c == 0x02BB || c == 0x02BC || c == 0x05F3) return CharClass::separator;
  // Half-width marks of length and voice belong to their letter, though their script is "common".
  if (c == 0xFF70 || c == 0xFF9E || c == 0xFF9F) return CharClass::katakana;
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) == 0) return CharClass::separator;
  return classify_by_script(c);
}

// Plane 0 in a table: one byte a code point, filled when first needed.
const std::array<CharClass, 0x10000>& plane_zero() {
  static const auto* table = [] {
    auto* t = new std::array<CharClass, 0x10000>;
    for (char32_t c = 0; c < 0x10000; ++c) (*t)[c] = classify_uncached(c);
    return t;
  }();
  return *table;
}

bool is_conjoining_jamo(char32_t c) {
  return in(c, 0x1100, 0x11FF) || in(c, 0xA960, 0xA97F) || in(c, 0xD7B0, 0xD7FF);
}

// True when the character is its own folded form and takes part in no composition.
bool is_plain_cjk(char32_t c) {
  return in(c, 0x4E00, 0x9FFF) || in(c, 0x3041, 0x3096) || in(c, 0x30A1, 0x30FA) || c == 0x30FC ||
         in(c, 0xAC00, 0xD7A3) || in(c, 0x3131, 0x318E);
}

bool continues_cluster(char32_t c) {
  return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F || in(c, 0x1160, 0x11FF) ||
         in(c, 0xD7B0, 0xD7FF);
}

void push_normalized(std::string_view cluster, uint32_t begin, uint32_t end, std::vector<FoldedChar>& out) {
  const std::string folded = fold_case(cluster);
  for (size_t i = 0; i < folded.size();) {
    const char32_t c = next_code_point(folded, i);
    const CharClass char_class = classify(c);
    if (is_cjk(char_class)) out.push_back({c, char_class, begin, end});
  }
}

char32_t small_vowel_to_ba_row(char32_t c) {
  switch (c) {
    case 0x3041:
      return 0x3070;  // va -> ba
    case 0x3043:
      return 0x3073;
    case 0x3047:
      return 0x3079;
    case 0x3049:
      return 0x307C;
    default:
      return 0;
  }
}

void fold_kana(std::vector<FoldedChar>& chars, size_t from) {
  size_t to = from;
  for (size_t i = from; i < chars.size(); ++i) {
    FoldedChar c = chars[i];
    if (in(c.code_point, 0x30A1, 0x30F6)) c.code_point -= 0x60;
    if (c.code_point == 0x30FC) {
      const bool ends_word = i + 1 == chars.size() || chars[i + 1].char_class != CharClass::katakana;
      size_t length = 0;
      while (to - length > from && chars[to - length - 1].char_class == CharClass::katakana) ++length;
      if (ends_word && length >= 2) {
        if (to > from) chars[to - 1].end = c.end;
        continue;
      }
    }
    const char32_t ba =
        to > from && chars[to - 1].code_point == 0x3094 ? small_vowel_to_ba_row(c.code_point) : 0;
    if (ba != 0) {
      chars[to - 1].code_point = ba;
      chars[to - 1].end = c.end;
      continue;
    }
    if (to > from && chars[to - 1].code_point == 0x3094) chars[to - 1].code_point = 0x3076;  // vu -> bu
    chars[to++] = c;
  }
  if (to > from && chars[to - 1].code_point == 0x3094) chars[to - 1].code_point = 0x3076;
  chars.resize(to);
}

constexpr char32_t kBreve = 0x306;

// With a breve they are letters of their own, which nobody leaves out.
bool is_short_vowel(char32_t c) { return c == U'и' || c == U'у'; }

bool loses_accents(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

}  // namespace

CharClass classify(char32_t code_point) {
  CharClass common;
  if (classify_common_cjk(code_point, common)) return common;
  return code_point < 0x10000 ? plane_zero()[code_point] : classify_uncached(code_point);
}

bool is_wide_beyond_latin(char32_t code_point) {
  return is_cjk(classify(code_point)) || in(code_point, 0x3000, 0x303F) || in(code_point, 0xFF01, 0xFF60);
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return lower_case(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  nfkc_casefold().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                                nullptr, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, "ICU cannot fold a text");
  drop_optional_marks(out);
  return out;
}

std::string strip_accents(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed);
  UErrorCode status = U_ZERO_ERROR;
  nfd().normalizeUTF8(0, icu::StringPiece(folded.data(), static_cast<int32_t>(folded.size())), sink, nullptr,
                      status);
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, "ICU cannot decompose a text");
  std::string out;
  bool strip = false;
  char32_t before = 0;
  for (size_t i = 0; i < decomposed.size();) {
    const char32_t c = next_code_point(decomposed, i);
    const bool mark = (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
    if (mark && strip && !(c == kBreve && is_short_vowel(before))) continue;
    before = c;
    if (!mark) strip = c < 0x80 || loses_accents(uscript_getScript(static_cast<UChar32>(c), &status));
    // Letters whose stroke or ligature has no decomposition, as people type them without the key.
    switch (c) {
      case 0xF8:
        out += 'o';
        break;  // o with stroke
      case 0x142:
        out += 'l';
        break;  // l with stroke
      case 0x111:
        out += 'd';
        break;  // d with stroke
      case 0x131:
        out += 'i';
        break;  // dotless i
      case 0xE6:
        out += "ae";
        break;
      case 0x153:
        out += "oe";
        break;
      default:
        append_utf8(out, c);
    }
  }
  return out;
}

std::string plain_letters(std::string_view folded) {
  std::string merged(folded);
  merge_letters(merged);
  return strip_accents(merged);
}

void fold_cjk_run(std::string_view text, size_t begin, size_t end, std::vector<FoldedChar>& out) {
  out.clear();
  for (size_t i = begin; i < end;) {
    const size_t start = i;
    const char32_t c = next_code_point(text, i);
    size_t cluster_end = i;
    while (cluster_end < end) {
      size_t after = cluster_end;
      const char32_t next = next_code_point(text, after);
      if (!continues_cluster(next) &&
          !(is_conjoining_jamo(c) && is_conjoining_jamo(next) && next >= 0x1160)) {
        break;
      }
      cluster_end = after;
    }
    if (cluster_end == i && is_plain_cjk(c)) {
      out.push_back({c, classify(c), static_cast<uint32_t>(start), static_cast<uint32_t>(i)});
    } else {
      push_normalized(text.substr(start, cluster_end - start), static_cast<uint32_t>(start),
                      static_cast<uint32_t>(cluster_end), out);
    }
    i = cluster_end;
  }
  fold_kana(out, 0);
}

}  // namespace signpost
