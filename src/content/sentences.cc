// sentences.cc - see sentences.h.
//
// A point ends most sentences and much else besides, so what stands before and behind it decides. The
// properties are Unicode's (Sentence_Break); ICU's own iterator knows no abbreviations and takes several
// times as long.
#include "content/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

// Small letters, without the points; those that only a number follows are apart: "No. 5", but "No. It isn't".
constexpr std::string_view kDottedWords[] = {
    "abs", "al",  "approx", "assoc", "bspw", "bzw", "capt", "cf",  "col", "dept", "doç",  "dott", "dr",
    "dra", "esp", "est",    "evtl",  "excl", "gen", "ggf",  "gov", "hon", "hr",   "incl", "ing",  "inkl",
    "lt",  "maj", "messrs", "mme",   "mr",   "mrs", "ms",   "mt",  "op",  "prof", "rev",  "sen",  "sgt",
    "sog", "sr",  "sra",    "srta",  "st",   "str", "tel",  "usw", "vgl", "viz",  "vs",   "zzgl", "örn",
    "βλ",  "δηλ", "им",     "напр",  "проф", "см",  "ср",   "тел", "ул",  "pgs",  "ths",  "tp"};
constexpr std::string_view kBeforeNumbers[] = {
    "abb",  "app", "apr", "art", "aug", "ca",   "ch",  "dec", "eq",  "eqs", "ext", "feb", "fig",
    "figs", "jan", "jul", "jun", "kap", "mar",  "no",  "nos", "nov", "nr",  "num", "núm", "oct",
    "pag",  "pp",  "pág", "sec", "sep", "sept", "ver", "vol", "гл",  "рис", "руб", "стр", "табл"};

bool is_listed(const std::string_view* begin, const std::string_view* end, std::string_view word) {
  return std::find(begin, end, word) != end;
}

bool ends_line(char32_t c) { return c == '\n' || c == '\r' || c == 0x0B || c == 0x2028 || c == 0x2029; }

bool is_white(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

int sentence_break(char32_t c) {
  return static_cast<int>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK));
}

// A point of some script, or the dots that stand for one.
bool is_point(char32_t c) { return c == 0x2026 || sentence_break(c) == U_SB_ATERM; }

bool ends_sentence(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  return is_point(c) || sentence_break(c) == U_SB_STERM;
}

// The next sentence may follow without a space.
bool needs_space(char32_t c) { return c < 0x80 || c == 0x2024 || c == 0x2026; }

// U+201C closes in German what opens in English; ASCII quotes are either.
bool closes(char32_t c) {
  if (c == '"' || c == '\'' || c == 0x201C || c == 0x2018) return true;
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}

bool is_small(char32_t c) { return sentence_break(c) == U_SB_LOWER; }

// Of scripts in which nobody writes names of files or numbers of versions: there the space was forgotten.
bool is_syllable(char32_t c) { return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3); }

bool is_digit_of_any_script(char32_t c) { return sentence_break(c) == U_SB_NUMERIC; }

std::string small_letters(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size();)
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(word, i)))));
  return out;
}

// The letters, digits and points that end at `end`, back to `begin` at most.
std::string_view word_before(std::string_view text, size_t begin, size_t end) {
  size_t at = end;
  while (at > begin) {
    const char32_t c = code_point_before(text, at);
    if (c != '.' && u_isalnum(static_cast<UChar32>(c)) == 0) break;
    do --at;
    while (at > begin && is_continuation(text[at]));
  }
  return text.substr(at, end - at);
}

// "e.g", "U.S", "J": nothing but single letters between points, of scripts that have small and capital ones.
bool is_initials(std::string_view word) {
  bool letter = false;
  for (size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    const int kind = sentence_break(c);
    if (c != '.' && (letter || (kind != U_SB_UPPER && kind != U_SB_LOWER))) return false;
    letter = c != '.';
  }
  return letter;
}

bool is_abbreviation(std::string_view word, bool before_number) {
  if (is_initials(word)) return true;
  const std::string small = small_letters(word);
  return is_listed(std::begin(kDottedWords), std::end(kDottedWords), small) ||
         (before_number && is_listed(std::begin(kBeforeNumbers), std::end(kBeforeNumbers), small));
}

class SentenceWalk {
 public:
  explicit SentenceWalk(std::string_view text) : text_(text) {}

  std::vector<std::pair<uint32_t, uint32_t>> all() {
    for (size_t at = 0; at < text_.size();) {
      const size_t mark = at;
      const char32_t c = next_code_point(text_, at);
      if (ends_line(c)) {
        end_at(mark, at);
      } else if (ends_sentence(c)) {
        at = behind_marks(at);
        if (is_end(mark, c, at)) end_at(at, at);
      }
    }
    end_at(text_.size(), text_.size());
    return std::move(out_);
  }

 private:
  // The sentence ends at `end`, and what follows begins at `next`.
  void end_at(size_t end, size_t next) {
    while (begin_ < end) {
      size_t at = begin_;
      if (!is_white(next_code_point(text_, at))) break;
      begin_ = at;
    }
    while (end > begin_ && is_white(code_point_before(text_, end))) {
      do --end;
      while (end > begin_ && is_continuation(text_[end]));
    }
    if (end > begin_) out_.emplace_back(static_cast<uint32_t>(begin_), static_cast<uint32_t>(end));
    begin_ = next;
  }

  // Behind all marks ("?!", "...") and what closes there.
  size_t behind_marks(size_t at) {
    closed_ = false;
    while (at < text_.size()) {
      size_t behind = at;
      const char32_t c = next_code_point(text_, behind);
      if (closes(c)) {
        closed_ = true;
      } else if (closed_ || !ends_sentence(c)) {
        break;
      }
      at = behind;
    }
    return at;
  }

  // Whether the sentence ends with the mark `c` at `mark`; what belongs to it goes to `behind`.
  bool is_end(size_t mark, char32_t c, size_t behind) const {
    if (behind == text_.size()) return true;
    size_t at = behind;
    char32_t next = next_code_point(text_, at);
    const bool space = is_white(next);
    if (!space) return is_end_without_space(mark, c, next);
    while (is_white(next) && !ends_line(next) && at < text_.size()) next = next_code_point(text_, at);
    if (ends_line(next)) return true;
    if (!is_point(c)) return !is_small(next) || !(closed_ || follows_space(mark));
    if (is_small(next)) return false;
    const std::string_view word = word_before(text_, begin_, mark);
    return closed_ || word.empty() ||
           !(is_number_of_list(word) || is_abbreviation(word, is_digit_of_any_script(next)));
  }

  // 「はい。」と言う and "네."라고 go on.
  bool is_end_without_space(size_t mark, char32_t c, char32_t next) const {
    if (closed_) return !needs_space(c) && !(next >= 0x3041 && next <= 0x309F);
    if (mark == begin_) return false;
    const char32_t before = code_point_before(text_, mark);
    if (c == '.') return is_syllable(before) && is_syllable(next);
    if (is_point(c) && u_isalnum(static_cast<UChar32>(before)) != 0)
      return !is_digit_of_any_script(before) || !is_digit_of_any_script(next);
    return !needs_space(c) || (is_syllable(before) && is_syllable(next));
  }

  // As French has it: "Pourquoi ?"; but also a ? b : c.
  bool follows_space(size_t mark) const { return mark > begin_ && is_white(code_point_before(text_, mark)); }

  // "1. Open the lid.", "가. 뚜껑을 연다."
  bool is_number_of_list(std::string_view word) const {
    return is_blank(text_.substr(begin_, static_cast<size_t>(word.data() - text_.data()) - begin_)) &&
           (count_code_points(word) == 1 || std::all_of(word.begin(), word.end(), is_digit));
  }

  std::string_view text_;
  size_t begin_ = 0;
  bool closed_ = false;  // a quote or bracket was closed behind the mark
  std::vector<std::pair<uint32_t, uint32_t>> out_;
};

}  // namespace

std::vector<std::pair<uint32_t, uint32_t>> sentences(std::string_view text) {
  return SentenceWalk(text).all();
}

}  // namespace signpost
