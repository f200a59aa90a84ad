// hangul.cc - syllables are arithmetic, letters are keys.
//
// A syllable of Unicode is 0xAC00 + (lead * 21 + vowel) * 28 + tail, with 19 leads, 21 vowels, and 27 tails
// or none. What stands alone are compatibility letters (U+3131 and up), in which a consonant is the same
// letter at the start and at the end; that is what keys and keystrokes() have.
//
// Composing reads lead, vowel, tail, as an input method does. A vowel may be two keys (ㅗ ㅏ is ㅘ), and so
// may a tail (ㄹ ㄱ is ㄺ). The rule that decides: a consonant with a vowel behind it begins the next
// syllable. So of two consonants before a vowel only the first is a tail (안자, not 앉ㅏ), and ㄸ, ㅃ and ㅉ,
// which end no syllable, never are. What begins no syllable is left as it is, so whole syllables come out
// unchanged.
//
// The two-set keyboard has 26 keys; shift changes seven of them (ㅃ ㅉ ㄸ ㄲ ㅆ ㅒ ㅖ), and for all others an
// upper-case letter is the same key. Back to Latin everything is lower case, since nobody looks for a
// capital. Time goes with the length.
#include "search/hangul.h"

#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/suggest_index.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00;

// Compatibility letters by their place in a syllable: (lead * 21 + vowel) * 28 + tail, where tail 0 is none.
constexpr std::u32string_view kLeads = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view kVowels = U"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u32string_view kTails = U"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

// The key of each letter; with shift where upper case stands.
constexpr std::string_view kLatinKeys = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
constexpr std::u32string_view kHangulKeys =
    U"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";

struct Pair {
  char32_t first;
  char32_t second;
  char32_t both;
};
constexpr Pair kVowelPairs[] = {{U'ㅗ', U'ㅏ', U'ㅘ'}, {U'ㅗ', U'ㅐ', U'ㅙ'}, {U'ㅗ', U'ㅣ', U'ㅚ'},
                                {U'ㅜ', U'ㅓ', U'ㅝ'}, {U'ㅜ', U'ㅔ', U'ㅞ'}, {U'ㅜ', U'ㅣ', U'ㅟ'},
                                {U'ㅡ', U'ㅣ', U'ㅢ'}};
constexpr Pair kTailPairs[] = {{U'ㄱ', U'ㅅ', U'ㄳ'}, {U'ㄴ', U'ㅈ', U'ㄵ'}, {U'ㄴ', U'ㅎ', U'ㄶ'},
                               {U'ㄹ', U'ㄱ', U'ㄺ'}, {U'ㄹ', U'ㅁ', U'ㄻ'}, {U'ㄹ', U'ㅂ', U'ㄼ'},
                               {U'ㄹ', U'ㅅ', U'ㄽ'}, {U'ㄹ', U'ㅌ', U'ㄾ'}, {U'ㄹ', U'ㅍ', U'ㄿ'},
                               {U'ㄹ', U'ㅎ', U'ㅀ'}, {U'ㅂ', U'ㅅ', U'ㅄ'}};

template <size_t N>
char32_t joined(const Pair (&pairs)[N], char32_t first, char32_t second) {
  for (const Pair& pair : pairs) {
    if (pair.first == first && pair.second == second) return pair.both;
  }
  return 0;
}

bool is_vowel(char32_t c) { return kVowels.find(c) != std::u32string_view::npos; }
bool is_lead(char32_t c) { return kLeads.find(c) != std::u32string_view::npos; }
bool is_tail(char32_t c) { return kTails.find(c) != std::u32string_view::npos; }

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

// Reads one syllable at letters[i]; 0 when none begins there.
char32_t read_syllable(const std::u32string& letters, size_t& i) {
  if (i + 1 >= letters.size() || !is_lead(letters[i]) || !is_vowel(letters[i + 1])) return 0;
  const char32_t lead = letters[i];
  char32_t vowel = letters[i + 1];
  i += 2;
  if (i < letters.size() && joined(kVowelPairs, vowel, letters[i]) != 0)
    vowel = joined(kVowelPairs, vowel, letters[i++]);
  char32_t tail = 0;
  // A consonant belongs to the next syllable when a vowel follows it.
  const auto closes = [&](size_t at) {
    return at < letters.size() && is_tail(letters[at]) &&
           !(at + 1 < letters.size() && is_vowel(letters[at + 1]));
  };
  if (closes(i)) {
    tail = letters[i++];
  } else if (i + 2 < letters.size() && is_tail(letters[i]) &&
             joined(kTailPairs, letters[i], letters[i + 1]) != 0 && closes(i + 1)) {
    tail = letters[i++];
  }
  if (tail != 0 && closes(i) && joined(kTailPairs, tail, letters[i]) != 0)
    tail = joined(kTailPairs, tail, letters[i++]);
  const size_t tail_index = tail == 0 ? 0 : kTails.find(tail) + 1;
  return syllable_of({static_cast<char32_t>(kLeads.find(lead)), static_cast<char32_t>(kVowels.find(vowel)),
                      static_cast<char32_t>(tail_index)});
}

}  // namespace

Syllable letters_of_syllable(char32_t c) {
  const char32_t place = c - kFirstSyllable;
  return {place / (21 * 28), place / 28 % 21, place % 28};
}

char32_t syllable_of(const Syllable& letters) {
  return kFirstSyllable + (letters.lead * 21 + letters.vowel) * 28 + letters.tail;
}

std::string compose_hangul(std::string_view text) {
  const std::u32string letters = code_points(text);
  std::u32string out;
  for (size_t i = 0; i < letters.size();) {
    const char32_t syllable = read_syllable(letters, i);
    out += syllable != 0 ? syllable : letters[i++];
  }
  return utf8(out);
}

std::string latin_keys_to_hangul(std::string_view text) {
  std::u32string letters;
  for (const char c : text) {
    // Most keys are the same with shift.
    size_t key = kLatinKeys.find(c);
    if (key == std::string_view::npos) key = kLatinKeys.find(lower(c));
    letters += key == std::string_view::npos ? static_cast<char32_t>(static_cast<unsigned char>(c))
                                             : kHangulKeys[key];
  }
  return compose_hangul(utf8(letters));
}

std::string hangul_keys_to_latin(std::string_view text) {
  std::string out;
  for (const char32_t c : code_points(keystrokes(text))) {
    const size_t key = kHangulKeys.find(c);
    if (key == std::u32string_view::npos) {
      append_utf8(out, c);
    } else {
      out += lower(kLatinKeys[key]);
    }
  }
  return out;
}

std::string initial_consonants(std::string_view text) {
  std::string out;
  for (const char32_t c : code_points(text)) {
    if (is_syllable(c)) append_utf8(out, kLeads[letters_of_syllable(c).lead]);
  }
  return out;
}

bool is_initial_consonants(std::string_view text) {
  size_t letters = 0;
  for (const char32_t c : code_points(text)) {
    if (c == U' ') continue;
    if (!is_lead(c)) return false;
    ++letters;
  }
  return letters >= 2;
}

}  // namespace signpost
