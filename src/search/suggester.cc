// suggester.cc - scores the titles and headings in which a word begins with what was typed.
//
// Both sides are keystrokes (keystrokes() in suggest_index.h): folded, katakana as hiragana, Hangul apart
// into its letters. So "빔", on the way to "비밀", is a beginning like any other; what an input method leaves
// of a kana that is not whole ("けn") is cut off. What is unfinished is no reason to find nothing.
//
// suggest_index.h keeps one point for every place where a word begins, ordered by the keys from there on;
// all points that begin with a word are one range, found by two binary searches. Of several words the one
// with the smallest range leads, and the others are looked for in its entries' keys by hand. At most
// kMaxPoints are scored, so a single letter costs no more in a large help centre.
//
// The score is a sum of small bonuses, since a list of eight needs an order and no probabilities: the whole
// key typed, the words side by side, a word at the key's beginning or wholly typed, a title before a
// heading, the visitor's language, how much of the key is typed. A document has at most two entries.
#include "search/suggester.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "index/unicode_fold.h"
#include "search/catalog.h"
#include "search/input_repair.h"

namespace signpost {
namespace {

constexpr uint32_t kMaxPoints = 6'000;  // looked at; a single letter has more in a large help centre
constexpr size_t kMaxTyped = 96;        // bytes of keystrokes

struct Scored {
  float score;
  uint32_t entry;
};

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t space = std::min(text.find(' ', at), text.size());
    if (space > at) words.push_back(text.substr(at, space - at));
    at = space + 1;
  }
  return words;
}

bool begins_a_word(std::string_view key, size_t at) {
  if (at == 0 || key[at - 1] == ' ') return true;
  return static_cast<uint8_t>(key[at]) >= 0x80;
}

// Where a word of the key begins with `word`; npos when none does.
size_t find_beginning(std::string_view key, std::string_view word) {
  for (size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
    if (begins_a_word(key, at)) return at;
  }
  return std::string_view::npos;
}

// What an input method leaves of a syllable that is not yet whole: "けn" is on the way to "けん".
// `place`: where the word that led to the entry begins in its key.
float score_entry(const IndexReader& index, const SuggestEntry& entry, std::string_view key, size_t place,
                  std::string_view typed, const std::vector<std::string_view>& words, std::string_view lang) {
  float score = 0;
  for (const std::string_view word : words) {
    // A single letter has thousands of entries, so what is known is not looked for.
    const size_t at = words.size() == 1 ? place : find_beginning(key, word);
    if (at == std::string_view::npos) return -1;
    score += at == 0 ? 3.0F : 1.0F;
    const size_t behind = at + word.size();
    if (behind > key.size()) return -1;  // the points are not in the order of their keys
    if (behind == key.size() || key[behind] == ' ') score += 1.0F;
  }
  if (words.size() > 1 && find_beginning(key, typed) != std::string_view::npos) score += 4;
  if (key == typed) score += 6;
  score += entry.heading != 0 ? 0.0F : 4.0F;
  score += 6 * static_cast<float>(typed.size()) / static_cast<float>(key.size());
  const DocRecord& record = index.record(entry.document);
  if (record.kind == Kind::help) score += 1;
  score += 0.1F * static_cast<float>(std::clamp(record.weight, -10, 10));
  if (!lang.empty() && index.names().languages[record.language] == lang) score += 8;
  return score;
}

Runs mark_beginnings(std::string_view text, const std::vector<std::string_view>& words) {
  // Marks whole characters: the shortest stretch of the shown text whose keystrokes begin with the word.
  std::vector<std::pair<size_t, size_t>> spans;
  for (size_t begin = 0; begin < text.size();) {
    size_t after = begin;
    const char32_t c = next_code_point(text, after);
    const CharClass char_class = classify(c);
    size_t previous = begin;
    bool starts = begin == 0 || is_cjk(char_class);
    if (begin > 0) {
      do --previous;
      while (previous > 0 && is_continuation(text[previous]));
      size_t k = previous;
      starts = starts || classify(next_code_point(text, k)) == CharClass::separator;
    }
    bool marked = false;
    for (const std::string_view word : words) {
      if (!starts || char_class == CharClass::separator) break;
      size_t end = begin;
      for (size_t n = 0; n < word.size() + 4 && end < text.size(); ++n) {
        next_code_point(text, end);
        const std::string keys = keystrokes(text.substr(begin, end - begin));
        if (keys.starts_with(word)) {
          spans.emplace_back(begin, end);
          marked = true;
          break;
        }
        if (!word.starts_with(keys)) break;
      }
      if (marked) break;
    }
    begin = marked ? spans.back().second : after;
  }
  Runs runs;
  size_t at = 0;
  for (const auto& [begin, end] : spans) {
    if (begin > at) runs.push_back({std::string(text.substr(at, begin - at)), false});
    runs.push_back({std::string(text.substr(begin, end - begin)), true});
    at = end;
  }
  if (at < text.size()) runs.push_back({std::string(text.substr(at)), false});
  return runs;
}

std::vector<Scored> best_entries(const IndexReader& index, std::string_view typed,
                                 const std::vector<std::string_view>& words, std::string_view lang) {
  const SuggestIndex& suggestions = index.suggestions();
  // The word with the fewest places leads; the others are looked for in its entries.
  SuggestIndex::Range range{0, UINT32_MAX};
  for (const std::string_view word : words) {
    const SuggestIndex::Range r = suggestions.find(word);
    if (r.end - r.begin < range.end - range.begin) range = r;
  }
  range.end = std::min(range.end, range.begin + kMaxPoints);
  const Bitmap& universe = index.universe(lang);
  std::vector<Scored> scored;
  for (uint32_t point = range.begin; point < range.end; ++point) {
    const uint32_t at = suggestions.entry_of_point(point);
    const SuggestEntry entry = suggestions.entry(at);
    if (!universe.test(entry.document)) continue;
    const size_t place = suggestions.offset_in_key(point);
    const float score = score_entry(index, entry, suggestions.key(entry), place, typed, words, lang);
    if (score >= 0) scored.push_back({score, at});
  }
  const auto better = [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.entry < b.entry;
  };
  const size_t kept = std::min<size_t>(scored.size(), 64);
  std::partial_sort(scored.begin(), scored.begin() + static_cast<ptrdiff_t>(kept), scored.end(), better);
  scored.resize(kept);
  return scored;
}

}  // namespace

std::vector<Suggestion> suggest_titles(const IndexReader& index, std::string_view text, std::string_view lang,
                                       size_t limit) {
  std::string typed = without_pending_romaji(keystrokes(text));
  if (typed.size() > kMaxTyped) typed.resize(kMaxTyped);
  const std::vector<std::string_view> words = split(typed);
  std::vector<Suggestion> out;
  if (words.empty()) return out;
  std::unordered_map<uint32_t, int> per_document;
  uint32_t last_entry = UINT32_MAX;
  for (const Scored& scored : best_entries(index, typed, words, lang)) {
    if (out.size() >= limit) break;
    const SuggestEntry entry = index.suggestions().entry(scored.entry);
    if (scored.entry == last_entry || ++per_document[entry.document] > 2) continue;
    last_entry = scored.entry;
    const StoredMeta meta = index.read_meta(entry.document);
    Suggestion& s = out.emplace_back();
    s.title = meta.title;
    s.kind = to_string(meta.kind);
    s.lang = meta.lang;
    s.internal = meta.internal;
    s.url = page_path(meta.kind, meta.lang, meta.id);
    s.category_name = category_name(index, meta.category, lang.empty() ? meta.lang : lang);
    if (entry.heading != 0) {
      s.section = index.suggestions().text(entry);
      s.section_runs = mark_beginnings(s.section, words);
      s.title_runs = {{s.title, false}};
      s.url += "#" + std::string(index.suggestions().anchor(entry));
    } else {
      s.title_runs = mark_beginnings(s.title, words);
    }
  }
  return out;
}

}  // namespace signpost
