// text_language.cc - ICU knows the scripts of letters; a few tables know the rest.
// Tested by tests/unit/content/text_language_test.cc.
#include "content/text_language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

// Text about software has many Latin words in any language.
constexpr uint64_t kLatinForEachLetter = 3;
// Of Japanese text; Chinese has hardly any.
constexpr uint64_t kHanForEachKana = 20;
constexpr uint64_t kFewWords = 10;

constexpr std::array<std::string_view, 13> kEnglishWords = {
    "the", "of", "and", "to", "you", "for", "with", "this", "that", "your", "from", "are", "or"};

// Of German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish, Turkish, Czech, Romanian,
// Hungarian, Indonesian and Vietnamese; none of them is an English word, or a part of an address.
constexpr std::array<std::string_view, 50> kForeignWords = {
    "der",  "und",    "ist",  "nicht", "auf",  "oder", "les",   "une",    "pour",  "vous",
    "dans", "que",    "los",  "las",   "una",  "para", "uma",   "della",  "che",   "het",
    "een",  "niet",   "jest", "nie",   "och",  "att",  "det",   "som",    "ikke",  "bir",
    "jsou", "pentru", "din",  "hogy",  "egy",  "yang", "untuk", "dengan", "trong", "cho",
    "est",  "nous",   "avec", "sind",  "wird", "sie",  "pelo",  "dos",    "como",  "esta"};

// Scripts that one language of today alone is written in, or nearly.
constexpr std::array<std::pair<UScriptCode, std::string_view>, 18> kOwnScripts = {{
    {USCRIPT_HANGUL, "ko"},
    {USCRIPT_THAI, "th"},
    {USCRIPT_HEBREW, "he"},
    {USCRIPT_GREEK, "el"},
    {USCRIPT_ARMENIAN, "hy"},
    {USCRIPT_GEORGIAN, "ka"},
    {USCRIPT_TAMIL, "ta"},
    {USCRIPT_TELUGU, "te"},
    {USCRIPT_KANNADA, "kn"},
    {USCRIPT_GUJARATI, "gu"},
    {USCRIPT_GURMUKHI, "pa"},
    {USCRIPT_SINHALA, "si"},
    {USCRIPT_KHMER, "km"},
    {USCRIPT_LAO, "lo"},
    {USCRIPT_MALAYALAM, "ml"},
    {USCRIPT_MYANMAR, "my"},
    {USCRIPT_BENGALI, "bn"},
    {USCRIPT_ORIYA, "or"},
}};

std::string_view without_front_matter(std::string_view text) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return text;
  const size_t end = text.find("\n---", 3);
  return end == std::string_view::npos ? text : text.substr(end + 4);
}

bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with("```") || line.starts_with("~~~");
}

}  // namespace

void LetterCount::add(std::string_view markdown) {
  bool code = false;
  for (std::string_view rest = without_front_matter(markdown); !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (is_fence(line)) {
      code = !code;
    } else if (!code) {
      add_line(line);
    }
  }
}

void LetterCount::add_line(std::string_view line) {
  std::string word;
  for (size_t at = 0; at < line.size();) {
    const auto c = static_cast<UChar32>(next_code_point(line, at));
    if (c < 0x80) {
      if (is_letter(static_cast<char>(c))) {
        word += lower(static_cast<char>(c));
        continue;
      }
      add_word(word);
      word.clear();
      continue;
    }
    if (!u_isalpha(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    ++scripts_[script];
    if (script == USCRIPT_LATIN) word += '?';  // English words have no such letters
    if (script == USCRIPT_ARABIC || script == USCRIPT_CYRILLIC)
      ++letters_[static_cast<char32_t>(u_tolower(c))];
  }
  add_word(word);
}

void LetterCount::add_word(std::string_view word) {
  if (word.empty()) return;
  scripts_[USCRIPT_LATIN] += word.size();
  foreign_words_ += std::find(kForeignWords.begin(), kForeignWords.end(), word) != kForeignWords.end();
  english_words_ += std::find(kEnglishWords.begin(), kEnglishWords.end(), word) != kEnglishWords.end();
}

uint64_t LetterCount::of(std::u32string_view letters) const {
  uint64_t sum = 0;
  for (const char32_t letter : letters) {
    if (const auto found = letters_.find(letter); found != letters_.end()) sum += found->second;
  }
  return sum;
}

TextLanguage LetterCount::language() const {
  const auto count = [this](int script) {
    const auto found = scripts_.find(script);
    return found == scripts_.end() ? uint64_t{0} : found->second;
  };
  const uint64_t kana = count(USCRIPT_HIRAGANA) + count(USCRIPT_KATAKANA);
  int script = USCRIPT_LATIN;
  uint64_t most = 0;
  for (const auto& [candidate, letters] : scripts_) {
    const bool japanese = candidate == USCRIPT_HIRAGANA || candidate == USCRIPT_KATAKANA;
    if (candidate == USCRIPT_LATIN || japanese) continue;
    const uint64_t all = candidate == USCRIPT_HAN ? letters + kana : letters;
    if (all <= most) continue;
    script = candidate;
    most = all;
  }
  if (kana > most) {
    script = USCRIPT_HAN;
    most = kana;
  }
  if (most == 0 || most * kLatinForEachLetter < count(USCRIPT_LATIN)) {
    return {"", foreign_words_ < kFewWords || foreign_words_ < english_words_};
  }
  if (script == USCRIPT_HAN) return {kana * kHanForEachKana >= most ? "ja" : "zh", false};
  return {language_of_script(script), false};
}

std::string LetterCount::language_of_script(int script) const {
  for (const auto& [own, code] : kOwnScripts) {
    if (own == script) return std::string(code);
  }
  const auto found = scripts_.find(script);
  const uint64_t hundredth = found == scripts_.end() ? 0 : found->second / 100;
  if (script == USCRIPT_ARABIC) {
    const uint64_t urdu = of(U"ٹڈڑںےہھ");
    const uint64_t persian = of(U"پچژگکی");
    if (of(U"ڕۆێەڵېښڅځۇۈ") > hundredth) return "";  // Kurdish, Pashto, Uyghur
    if (urdu > 3 * hundredth) return "ur";
    if (persian > 3 * hundredth) return "fa";
    return "ar";
  }
  if (script == USCRIPT_CYRILLIC) {
    const uint64_t ukrainian = of(U"іїєґ");
    const uint64_t russian = of(U"ыэ");
    // Kazakh, Kyrgyz, Tatar, Mongolian, Tajik, Uzbek; Serbian, Macedonian; Belarusian.
    if (of(U"әғқңөұүһҳҷӣӯҡҙҫљњђћџјѓќѕў") > hundredth) return "";
    if (russian > hundredth && ukrainian <= hundredth) return "ru";
    if (ukrainian > hundredth && russian <= hundredth) return "uk";
  }
  return "";
}

}  // namespace signpost
