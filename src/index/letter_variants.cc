// letter_variants.cc - what becomes of each code point, in two passes over those words that can have one.
#include "index/letter_variants.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace signpost {
namespace {

constexpr char32_t kNothing = 0;

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

char32_t without_optional(char32_t c) {
  // Accents of stress, and the dot of a Turkish capital: NFKC has composed those that belong to a letter.
  if (c == 0x0300 || c == 0x0301 || c == 0x0307) return kNothing;
  if (is_in(c, 0x0591, 0x05BD) || c == 0x05BF || is_in(c, 0x05C1, 0x05C2) || is_in(c, 0x05C4, 0x05C5) ||
      c == 0x05C7) {
    return kNothing;
  }
  if (c == 0x0640 || is_in(c, 0x0610, 0x061A) || is_in(c, 0x064B, 0x065F) || c == 0x0670 ||
      is_in(c, 0x06D6, 0x06DC) || is_in(c, 0x06DF, 0x06E4) || is_in(c, 0x06EA, 0x06ED)) {
    return kNothing;
  }
  const int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
  return digit >= 0 ? U'0' + static_cast<char32_t>(digit) : c;
}

char32_t merge_arabic(char32_t c) {
  switch (c) {
    case 0x0622:  // alef with madda
    case 0x0623:  // alef with hamza
    case 0x0625:
    case 0x0671:  // alef wasla
      return 0x0627;
    case 0x0629:  // teh marbuta
    case 0x06C0:  // heh with yeh above
    case 0x06C1:  // heh goal
    case 0x06C2:
    case 0x06C3:
    case 0x06D5:
      return 0x0647;
    case 0x0649:  // alef maqsura
    case 0x06CC:  // Persian yeh
    case 0x06D2:  // yeh barree
    case 0x06D3:
      return 0x064A;
    case 0x06A9:  // keheh
      return 0x0643;
    default:
      return c;
  }
}

char32_t merge_devanagari(char32_t c) {
  switch (c) {
    case 0x0901:  // candrabindu: anusvara
      return 0x0902;
    case 0x0906:
    case 0x0904:
      return 0x0905;
    case 0x0908:
      return 0x0907;
    case 0x090A:
      return 0x0909;
    case 0x0960:
      return 0x090B;
    case 0x090D:
    case 0x090E:
    case 0x0910:
      return 0x090F;
    case 0x0911:
    case 0x0912:
    case 0x0914:
      return 0x0913;
    case 0x0940:
      return 0x093F;
    case 0x0942:
      return 0x0941;
    case 0x0944:
      return 0x0943;
    case 0x0945:
    case 0x0946:
    case 0x0948:
      return 0x0947;
    case 0x0949:
    case 0x094A:
    case 0x094C:
      return 0x094B;
    case 0x094D:  // virama
      return kNothing;
    default:
      return c;
  }
}

char32_t merged(char32_t c) {
  if (is_in(c, 0x0600, 0x06FF)) return merge_arabic(c);
  // Nukta, at the same place of each of the Indic blocks.
  if (is_in(c, 0x0900, 0x0DFF) && (c & 0x7F) == 0x3C) return kNothing;
  return is_in(c, 0x0900, 0x097F) ? merge_devanagari(c) : c;
}

// True when a byte begins a code point from U+0300 on.
bool may_change(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<uint8_t>(c) >= 0xCC; });
}

template <typename Change>
void change_each(std::string& text, Change change) {
  if (!may_change(text)) return;
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = change(next_code_point(text, i));
    if (c != kNothing) append_utf8(out, c);
  }
  text = std::move(out);
}

}  // namespace

void drop_optional_marks(std::string& folded) { change_each(folded, without_optional); }

// An n without its vowel before another consonant is mostly written as anusvara.
void merge_letters(std::string& folded) {
  constexpr std::string_view kHalfN = "\u0928\u094D";
  constexpr std::string_view kAnusvara = "\u0902";
  for (size_t at; (at = folded.find(kHalfN)) != std::string::npos;)
    folded.replace(at, kHalfN.size(), kAnusvara);
  change_each(folded, merged);
}

}  // namespace signpost
