// input_repair.cc - a list of mistakes of keyboards and input methods, each undone by a function of its
// own.
//
// Each repair takes the text and gives another, or "" when it does not apply; none knows of the others, and
// none decides whether it is right. The caller (query_run.cc) asks only when the index knows little of what
// was typed, and takes the first text of which it knows every word: so a repair may be wrong, and costs its
// time at worst. Mostly one applies; where several do, kRepairs has them in the order in which they are
// tried: letters that were not joined are joined before they are read as keys of the other layout.
//
// Most look at the text alone. Two walk over all titles and headings (suggest_index.h), which are what
// people look for and already are keystrokes: initial consonants are searched in theirs, and the nearest
// word to a Hangul word is the one with the fewest wrong letters, compared letter by letter, since in a
// syllable of three keys one is wrong, not all. Both are linear in the titles; of one query at most eight
// words are compared, and the bound of the edit distance shrinks with each better word.
//
// Suggestions use without_pending_romaji() at each key, since Japanese input passes through Latin letters.
#include "search/input_repair.h"

#include <algorithm>
#include <functional>

#include "base/ascii.h"
#include "index/suggest_index.h"
#include "index/unicode_fold.h"
#include "search/edit_cost.h"
#include "search/hangul.h"

namespace signpost {
namespace {

using Repair = std::string (*)(std::string_view text, const IndexReader& index);

bool has_hangul_syllable(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c >= 0xAC00 && c <= 0xD7A3) return true;
  }
  return false;
}

// Syllables or letters.
bool has_hangul(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (classify(next_code_point(text, i)) == CharClass::hangul) return true;
  }
  return false;
}

std::string from_latin_keys(std::string_view text, const IndexReader&) {
  const std::string typed = is_ascii(text) ? latin_keys_to_hangul(text) : "";
  return has_hangul_syllable(typed) ? typed : "";
}

std::string from_loose_letters(std::string_view text, const IndexReader&) {
  return is_initial_consonants(text) ? "" : compose_hangul(text);
}

std::string from_hangul_keys(std::string_view text, const IndexReader&) {
  if (!has_hangul(text)) return "";
  const std::string typed = hangul_keys_to_latin(text);
  return is_ascii(typed) ? typed : "";
}

std::string from_pending_romaji(std::string_view text, const IndexReader&) {
  std::string kana = without_pending_romaji(text);
  return kana.size() < text.size() ? kana : "";
}

// Calls use(title or heading) until it returns false.
void each_suggestion(const IndexReader& index, const std::function<bool(std::string_view)>& use) {
  const SuggestIndex& suggestions = index.suggestions();
  for (uint32_t i = 0; i < suggestions.size(); ++i) {
    if (!use(suggestions.text(suggestions.entry(i)))) return;
  }
}

// The stretch of a title whose syllables begin with these consonants.
std::string from_initials(std::string_view text, const IndexReader& index) {
  if (!is_initial_consonants(text)) return "";
  std::string wanted(text);
  std::erase(wanted, ' ');
  std::string found;
  each_suggestion(index, [&](std::string_view title) {
    const size_t at = initial_consonants(title).find(wanted);
    if (at == std::string::npos) return true;
    // Letter n of the initials is syllable n; a letter has three bytes.
    size_t skip = at / 3;
    size_t left = wanted.size() / 3;
    for (size_t i = 0; i < title.size() && left > 0;) {
      const size_t begin = i;
      const char32_t c = next_code_point(title, i);
      const bool syllable = c >= 0xAC00 && c <= 0xD7A3;
      if (syllable && skip > 0) {
        --skip;
      } else if (skip == 0 && (syllable || !found.empty())) {
        found.append(title.substr(begin, i - begin));
        left -= syllable ? 1 : 0;
      }
    }
    return false;
  });
  return found;
}

std::u32string letters_of(std::string_view keys) {
  std::u32string out;
  for (size_t i = 0; i < keys.size();) out += next_code_point(keys, i);
  return out;
}

// Calls use(word) for the words of keystrokes.
template <typename Use>
void each_word(std::string_view keys, Use use) {
  for (size_t at = 0; at < keys.size();) {
    const size_t end = std::min(keys.find(' ', at), keys.size());
    if (end > at) use(keys.substr(at, end - at));
    at = end + 1;
  }
}

// The word of a title or heading that is nearest to this one, both as keystrokes; itself when none is near.
std::string nearest_word(std::string_view word, const SuggestIndex& suggestions) {
  const std::u32string typed = letters_of(word);
  std::string best(word);
  int best_distance = typed.size() >= 9 ? 3 : 2;  // letters, of which a syllable has two or three
  for (uint32_t i = 0; i < suggestions.size() && best_distance > 0; ++i) {
    each_word(suggestions.key(suggestions.entry(i)), [&](std::string_view other) {
      const bool letters = static_cast<uint8_t>(other[0]) == 0xE3;  // U+3131 and up, three bytes each
      if (!letters || other.size() > word.size() + 6 || word.size() > other.size() + 6) return;
      const int distance = edit_distance(typed, letters_of(other), best_distance - 1);
      if (distance >= best_distance) return;
      best_distance = distance;
      best = other;
    });
  }
  return best;
}

// The words of titles and headings within one wrong letter of each Hangul word. Whoever types more than a few
// has not slipped.
std::string with_near_hangul(std::string_view text, const IndexReader& index) {
  constexpr int kMaxWords = 8;
  if (!has_hangul_syllable(text)) return "";
  std::string out;
  bool changed = false;
  int words = 0;
  each_word(keystrokes(text), [&](std::string_view word) {
    const bool hangul = has_hangul_syllable(compose_hangul(word));
    const std::string best =
        hangul && ++words <= kMaxWords ? nearest_word(word, index.suggestions()) : std::string(word);
    changed = changed || best != word;
    out += (out.empty() ? "" : " ") + compose_hangul(best);
  });
  return changed ? out : "";
}

// In the order in which they are tried.
constexpr Repair kRepairs[] = {from_loose_letters, from_initials,       from_latin_keys,
                               with_near_hangul,   from_pending_romaji, from_hangul_keys};

}  // namespace

std::vector<std::string> repair_input(std::string_view text, const IndexReader& index) {
  std::vector<std::string> out;
  for (const Repair repair : kRepairs) {
    std::string repaired = repair(text, index);
    if (!repaired.empty() && repaired != text) out.push_back(std::move(repaired));
  }
  return out;
}

std::string without_pending_romaji(std::string_view text) {
  size_t end = text.size();
  while (end > 0 && is_lower(text[end - 1])) --end;
  const bool behind_kana =
      end >= 3 && end < text.size() && text.size() - end <= 3 && static_cast<uint8_t>(text[end - 3]) == 0xE3;
  return std::string(text.substr(0, behind_kana ? end : text.size()));
}

}  // namespace signpost
