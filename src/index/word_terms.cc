// word_terms.cc - marks that a stemmer knows stay until it has seen them; all others go before.
//
// A stemmer was written for the letters of its language: "-ção" is an ending, "-cao" none, and an "ı" is no
// "i". But accents of other languages ("résumé" in English) hide endings from it. So each language names its
// letters; afterwards the marks go, so that nobody has to type them. Vietnamese keeps them: a syllable
// without its marks may be any of twenty words. Its tone is put behind the syllable, since it is written on
// either of two vowels ("hoà", "hòa"), and a last y is an i ("kỹ", "kĩ").
#include "index/word_terms.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "content/language.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr size_t kMaxRemembered = 200'000;  // words; about 10 MB

// From the descriptions of Snowball's algorithms (snowballstem.org/algorithms), by their names. The others
// see no marks, or are for scripts whose letters have none that could go.
constexpr std::pair<std::string_view, std::u32string_view> kKnownLetters[] = {{"basque", U"ñ"},
                                                                              {"catalan", U"áàéèíïóòúüçñ"},
                                                                              {"danish", U"æøå"},
                                                                              {"dutch", U"äëïöüáéíóúè"},
                                                                              {"finnish", U"äöå"},
                                                                              {"french", U"âàëéêèïîôûùçüœæ"},
                                                                              {"german", U"äöü"},
                                                                              {"hungarian", U"áéíóúöőüű"},
                                                                              {"irish", U"áéíóú"},
                                                                              {"italian", U"áéíóúàèìòù"},
                                                                              {"lithuanian", U"ąčęėįšųūž"},
                                                                              {"norwegian", U"æåø"},
                                                                              {"portuguese", U"ãõáâéêíóôúüç"},
                                                                              {"romanian", U"âîăşţ"},
                                                                              {"serbian", U"čćđšž"},
                                                                              {"spanish", U"áéíóúñü"},
                                                                              {"swedish", U"äåö"},
                                                                              {"turkish", U"çğıöşü"}};

std::u32string_view known_letters(std::string_view algorithm) {
  for (const auto& [name, letters] : kKnownLetters) {
    if (name == algorithm) return letters;
  }
  return {};
}

// Romanian's stemmer is older than the letters with a comma below.
char32_t with_cedilla(char32_t c) { return c == U'ș' ? U'ş' : c == U'ț' ? U'ţ' : c; }

bool is_latin_or_greek(char32_t c) {
  return c < 0x250 || (c >= 0x370 && c < 0x400) || (c >= 0x1E00 && c < 0x2000);
}

// Latin and Greek letters lose the marks that `known` has not.
std::string strip_all_but(std::string_view folded, std::u32string_view known) {
  std::string out;
  for (size_t i = 0; i < folded.size();) {
    const size_t at = i;
    const char32_t c = with_cedilla(next_code_point(folded, i));
    if (!is_latin_or_greek(c) || known.find(c) != std::u32string_view::npos) {
      append_utf8(out, c);
    } else {
      out += strip_accents(folded.substr(at, i - at));
    }
  }
  return out;
}

bool is_tone(char32_t c) { return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323; }

std::string tone_last(std::string_view folded) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed);
  nfd->normalizeUTF8(0, icu::StringPiece(folded.data(), static_cast<int32_t>(folded.size())), sink, nullptr,
                     status);
  if (U_FAILURE(status)) throw Error(ErrorKind::internal, "ICU cannot decompose a text");
  std::string out;
  std::string tones;
  for (size_t i = 0; i < decomposed.size();) {
    const char32_t c = next_code_point(decomposed, i);
    append_utf8(is_tone(c) ? tones : out, c);
  }
  const auto is_consonant = [](char c) {
    return is_lower(c) && std::string_view("aeiouy").find(c) == std::string_view::npos;
  };
  if (out.ends_with('y') && out.size() >= 2 && is_consonant(out[out.size() - 2])) out.back() = 'i';
  return out + tones;
}

// One letter is no stem: the Hindi stemmer leaves "ख" of "खाता", "खाते" and much else.
std::string_view without_last_vowel_sign(std::string_view word) {
  size_t at = word.size();
  while (at > 0 && is_continuation(word[at - 1])) --at;
  const char32_t last = code_point_before(word, word.size());
  const bool sign = (U_GET_GC_MASK(static_cast<UChar32>(last)) & U_GC_M_MASK) != 0;
  return sign && at > 1 ? word.substr(0, at - 1) : word;
}

}  // namespace

WordTerms::WordTerms(std::string_view lang)
    : stemmer_(lang),
      known_letters_(known_letters(stemming_algorithm(lang))),
      marks_matter_(base_language(lang) == "vi") {}

std::string WordTerms::finished(std::string_view letters) {
  std::string_view stem = stemmer_.stem(letters);
  if (stem != letters && count_code_points(stem) == 1) stem = without_last_vowel_sign(letters);
  return plain_letters(stem);
}

WordTerms::Made WordTerms::make(std::string_view folded) {
  const auto is_digit_char = [](char c) { return is_digit(c); };
  if (std::any_of(folded.begin(), folded.end(), is_digit_char)) return {std::string(folded), ""};
  if (is_ascii(folded)) return {std::string(stemmer_.stem(folded)), ""};
  Made out;
  out.term = marks_matter_ ? tone_last(folded) : finished(strip_all_but(folded, known_letters_));
  out.bare = finished(plain_letters(folded));
  if (out.bare == out.term) out.bare.clear();
  return out;
}

WordTerm WordTerms::of(std::string_view folded) {
  if (const auto known = known_.find(folded)) return *known;
  if (known_.size() >= kMaxRemembered) known_ = KnownTerms();
  Made made = make(folded);
  made.term.resize(whole_characters(made.term, UINT8_MAX));
  made.bare.resize(whole_characters(made.bare, UINT8_MAX));
  return known_.add(folded, made.term, made.bare);
}

std::optional<WordTerm> KnownTerms::find(std::string_view word) const {
  const uint64_t hash = std::hash<std::string_view>()(word);
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.text == 0) return std::nullopt;
    if (slot.hash == hash >> 32 && word_at(slot.text) == word) return terms_at(slot.text);
  }
}

WordTerm KnownTerms::add(std::string_view word, std::string_view term, std::string_view bare) {
  if (2 * (size_ + 1) > slots_.size()) grow();
  const auto text = static_cast<uint32_t>(texts_.size());
  for (const std::string_view part : {word, term, bare}) texts_ += static_cast<char>(part.size());
  for (const std::string_view part : {word, term, bare}) texts_ += part;
  put(text);
  ++size_;
  return terms_at(text);
}

std::string_view KnownTerms::word_at(uint32_t text) const {
  return {&texts_[text + 3], static_cast<uint8_t>(texts_[text])};
}

WordTerm KnownTerms::terms_at(uint32_t text) const {
  const char* const term = &texts_[text + 3] + static_cast<uint8_t>(texts_[text]);
  const size_t length = static_cast<uint8_t>(texts_[text + 1]);
  return {{term, length}, {term + length, static_cast<uint8_t>(texts_[text + 2])}};
}

void KnownTerms::put(uint32_t text) {
  const uint64_t hash = std::hash<std::string_view>()(word_at(text));
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].text != 0) at = (at + 1) & mask;
  slots_[at] = {static_cast<uint32_t>(hash >> 32), text};
}

void KnownTerms::grow() {
  std::vector<Slot> before(2 * slots_.size());
  before.swap(slots_);
  for (const Slot& slot : before) {
    if (slot.text != 0) put(slot.text);
  }
}

}  // namespace signpost
