#include "search/input_repair.h"

#include <algorithm>
#include <functional>
#include <map>

#include "index/suggest_index.h"
#include "index/unicode_fold.h"
#include "search/hangul.h"
#include "search/speller.h"

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
  const bool latin =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; });
  const std::string typed = latin ? latin_keys_to_hangul(text) : "";
  return has_hangul_syllable(typed) ? typed : "";
}

std::string from_loose_letters(std::string_view text, const IndexReader&) {
  return is_initial_consonants(text) ? "" : compose_hangul(text);
}

std::string from_hangul_keys(std::string_view text, const IndexReader&) {
  if (!has_hangul(text)) return "";
  const std::string typed = hangul_keys_to_latin(text);
  const bool latin =
      std::all_of(typed.begin(), typed.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; });
  return latin ? typed : "";
}

std::string without_pending_romaji(std::string_view text, const IndexReader&) {
  size_t end = text.size();
  while (end > 0 && ((text[end - 1] >= 'a' && text[end - 1] <= 'z'))) --end;
  const bool behind_kana =
      end >= 3 && end < text.size() && text.size() - end <= 3 && static_cast<uint8_t>(text[end - 3]) == 0xE3;
  return behind_kana ? std::string(text.substr(0, end)) : "";
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

// The words of titles and headings within one wrong letter of each Hangul word that the index does not have.
std::string with_near_hangul(std::string_view text, const IndexReader& index) {
  if (!has_hangul_syllable(text)) return "";
  std::map<std::string, std::u32string> wanted;  // keystrokes of the query's words
  const auto letters = [](std::string_view keys) {
    std::u32string out;
    for (size_t i = 0; i < keys.size();) out += next_code_point(keys, i);
    return out;
  };
  const std::string keys = keystrokes(text);
  std::vector<std::string> words;
  for (size_t at = 0; at <= keys.size();) {
    const size_t end = std::min(keys.find(' ', at), keys.size());
    if (end > at) words.push_back(keys.substr(at, end - at));
    at = end + 1;
  }
  std::string out;
  bool changed = false;
  for (const std::string& word : words) {
    const std::u32string typed = letters(word);
    std::string best = word;
    int best_distance = typed.size() >= 9 ? 3 : 2;  // letters, of which a syllable has two or three
    const SuggestIndex& suggestions = index.suggestions();
    for (uint32_t i = 0;
         i < suggestions.size() && best_distance > 0 && has_hangul_syllable(compose_hangul(word)); ++i) {
      const std::string_view key = suggestions.key(suggestions.entry(i));
      for (size_t at = 0; at < key.size();) {
        const size_t end = std::min(key.find(' ', at), key.size());
        const std::string_view other = key.substr(at, end - at);
        at = end + 1;
        if (other.size() > word.size() + 6 || word.size() > other.size() + 6) continue;
        const int distance = edit_distance(typed, letters(other), best_distance - 1);
        if (distance < best_distance) {
          best_distance = distance;
          best = other;
        }
      }
    }
    changed = changed || best != word;
    out += (out.empty() ? "" : " ") + compose_hangul(best);
  }
  return changed ? out : "";
}

// In the order in which they are tried.
constexpr Repair kRepairs[] = {from_loose_letters, from_initials,          from_latin_keys,
                               with_near_hangul,   without_pending_romaji, from_hangul_keys};

}  // namespace

std::vector<std::string> repair_input(std::string_view text, const IndexReader& index) {
  std::vector<std::string> out;
  for (const Repair repair : kRepairs) {
    std::string repaired = repair(text, index);
    if (!repaired.empty() && repaired != text) out.push_back(std::move(repaired));
  }
  return out;
}

}  // namespace signpost
