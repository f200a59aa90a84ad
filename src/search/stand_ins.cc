// stand_ins.cc - what may stand in a document for a word of the query.
#include "search/stand_ins.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/ascii.h"
#include "content/language.h"
#include "index/analyzer.h"
#include "index/chinese_variants.h"
#include "search/compounds.h"
#include "search/idf.h"
#include "search/okurigana.h"
#include "search/sequences.h"
#include "search/speller.h"
#include "search/spellings.h"

namespace signpost {
namespace {

// How much an alternative counts beside the word itself.
constexpr float kCompletionFactor = 0.7F;
constexpr float kSplitFactor = 0.9F;  // "signin" written as two words, or two as one
constexpr float kSpellingFactor = 0.95F;
constexpr float kCompoundFactor = 0.85F;  // "Kontolöschung" written as two words, or two as one
constexpr float kFormFactor = 0.8F;       // another form of a Korean verb
constexpr float kSynonymFactor = 0.75F;   // just below the word itself
constexpr uint32_t kRarerJoined = 4;      // so many times, two words as one are another word
constexpr uint32_t kCommonerEnding = 4;   // so many times
constexpr size_t kMaxCompletions = 8;
constexpr size_t kMaxLongForms = 3;
constexpr size_t kMaxCompounds = 8;
constexpr size_t kCompoundWords = 2;     // words of a query from one part of a compound to the other, at most
constexpr int kMaxCompoundPairs = 16;    // of a query; each is a walk over the words of the index
constexpr uint32_t kMaxTitles = 20'000;  // looked at for one abbreviation

}  // namespace

// Han characters of a visitor who reads neither Chinese nor Japanese may be either.
StandIns::StandIns(std::string_view lang, const IndexReader& index)
    : lang_(lang), index_(index), function_words_(lang), compounds_(writes_compounds_as_one(lang)) {
  for (const std::string& known : index.names().languages) {
    chinese_ = chinese_ || (base_language(known) == "zh" && base_language(lang_) != "ja");
    japanese_ = japanese_ || (base_language(known) == "ja" && base_language(lang_) != "zh");
  }
}

void StandIns::add(Unit& unit, std::string term, float factor) const {
  for (const Alternative& known : unit.alternatives) {
    if (known.term == term && known.more_terms.empty()) return;
  }
  const uint32_t n = index_.postings().frequency(term);
  const bool stands_in = factor < 1 && unit.idf > 0;
  if (n > 0 && factor < 1) unit.guess = false;
  if (n > 0 && !stands_in) unit.idf = std::max(unit.idf, idf(n, index_.document_count()));
  Alternative& alternative = unit.alternatives.emplace_back();
  alternative.hash = term_hash(term);
  alternative.term = std::move(term);
  alternative.documents = n;
  alternative.factor = factor;
}

// "0x80070005" for "80070005", "mp 3" for "mp3".
void StandIns::add_spellings(Unit& unit) const {
  for (std::string& spelling : hex_spellings(unit.surface)) {
    if (index_.postings().frequency(spelling) > 0) add(unit, std::move(spelling), kSpellingFactor);
  }
  if (base_language(lang_) == "de") {
    std::string term = thread_analyzer(lang_).term_of(other_umlauts(unit.surface));
    if (!term.empty() && index_.postings().frequency(term) > 0) add(unit, std::move(term), kSpellingFactor);
  }
  TermSequence sequence;
  for (const std::string& piece : letters_and_digits(unit.surface)) {
    sequence.offsets.push_back(static_cast<uint32_t>(sequence.terms.size()));
    sequence.terms.push_back(thread_analyzer(lang_).term_of(piece));
  }
  if (!sequence.terms.empty() && documents_with(sequence, index_, 1) > 0)
    add_sequence(unit, sequence, kSplitFactor);
}

bool StandIns::is_rare(const Unit& unit) const {
  return unit.alternatives.front().documents <= std::max(1u, index_.document_count() / 500);
}

// A word that is rare may be two words elsewhere.
void StandIns::add_split(Unit& unit) const {
  if (unit.surface.size() < 5 || !is_rare(unit)) return;
  const auto parts = split_word(index_.words(), unit.surface, 1);
  if (!parts) return;
  TermSequence sequence;
  sequence.terms = {thread_analyzer(lang_).term_of(parts->first),
                    thread_analyzer(lang_).term_of(parts->second)};
  sequence.offsets = {0, 1};
  const bool known = unit.idf > 0 && !unit.guess;
  if (documents_with(sequence, index_, 1) > 0) add_sequence(unit, sequence, kSplitFactor);
  unit.guess = unit.idf > 0 && !known;
}

void StandIns::add_compound_parts(Unit& unit) const {
  if (!compounds_ || !is_rare(unit)) return;
  const CompoundParts parts = parts_of_compound(index_.words(), unit.surface);
  for (const std::string& first : parts.first) {
    for (const std::string& second : parts.second) {
      Analyzer& analyzer = thread_analyzer(lang_);
      add_sequence(unit, {{analyzer.term_of(first), analyzer.term_of(second)}, {0, kNearby}},
                   kCompoundFactor);
    }
  }
}

void StandIns::add_compounds(std::vector<Unit>& units) const {
  if (!compounds_) return;
  Analyzer& analyzer = thread_analyzer(lang_);
  const auto typed = [&](const Unit& unit) {
    const std::string umlauts =
        unit.idf == 0 && base_language(lang_) == "de" ? other_umlauts(unit.surface) : "";
    if (!umlauts.empty()) return TypedWord{umlauts, analyzer.term_of(umlauts)};
    return TypedWord{unit.surface, unit.alternatives.front().term};
  };
  const auto is_word = [](const Unit& unit) { return !unit.cjk && !unit.whole && !unit.weak; };
  int pairs = 0;
  for (size_t a = 0; a < units.size(); ++a) {
    for (size_t b = a + 1; b < units.size() && b <= a + kCompoundWords; ++b) {
      if (!is_word(units[a]) || !is_word(units[b])) continue;
      if (++pairs > kMaxCompoundPairs) return;
      for (const std::string& word :
           compounds_of(index_.words(), typed(units[a]), typed(units[b]), kMaxCompounds)) {
        add(units[a], analyzer.term_of(word), kCompoundFactor);
        add(units[b], analyzer.term_of(word), kCompoundFactor);
      }
    }
  }
}

void StandIns::add_forms(Unit& unit, const std::vector<std::string>& forms) const {
  for (const std::string& form : forms) {
    if (index_.postings().frequency(form) > 0) add(unit, form, kFormFactor);
  }
}

// The last word may be unfinished: when the index does not know it, what it may become stands in for it.
void StandIns::add_completions(Unit& unit) const {
  if (unit.cjk || unit.idf > 0 || unit.surface.size() < 2) return;
  const WordList& words = index_.words();
  std::vector<std::pair<uint32_t, std::string_view>> found;
  for (uint32_t i = words.lower_bound(unit.surface); i < words.size(); ++i) {
    const std::string_view word = words.word(i);
    if (!word.starts_with(unit.surface) || found.size() > 2000) break;
    found.emplace_back(words.info(i).frequency, word);
  }
  const size_t kept = std::min(found.size(), kMaxCompletions);
  std::partial_sort(found.begin(), found.begin() + static_cast<ptrdiff_t>(kept), found.end(),
                    std::greater<>());
  for (size_t i = 0; i < kept; ++i) {
    add(unit, thread_analyzer(lang_).term_of(found[i].second), kCompletionFactor);
  }
  unit.guess = unit.idf > 0;
}

// "2fa" where a title has "Two-factor authentication".
void StandIns::add_long_form(Unit& unit) const {
  constexpr size_t kShortestForm = 3;
  constexpr size_t kLongestForm = 6;
  const std::string& word = unit.surface;
  if (unit.cjk || unit.idf > 0 || word.size() < kShortestForm || word.size() > kLongestForm ||
      !is_ascii(word))
    return;
  const SuggestIndex& titles = index_.suggestions();
  std::vector<std::string> found;
  std::vector<std::string_view> beginnings = number_words(word[0]);
  beginnings.push_back(std::string_view(word).substr(0, 1));
  for (const std::string_view first : beginnings) {
    if (found.size() == kMaxLongForms) break;
    SuggestIndex::Range range = titles.find(first);
    range.end = std::min(range.end, range.begin + kMaxTitles);
    index_.title_initials().each(range, word, [&](uint32_t point) {
      const std::string_view words = titles.rest_of_key(point);
      size_t length = 0;
      if (!begins_with_initials(words, word, length)) return true;
      std::string form(words.substr(0, length));
      if (std::find(found.begin(), found.end(), form) == found.end()) found.push_back(std::move(form));
      return found.size() < kMaxLongForms;
    });
  }
  for (const std::string& form : found) add_sequence(unit, analyze_sequence(form, lang_), kSynonymFactor);
}

void StandIns::add_chinese_forms(Unit& unit) const {
  if (!chinese_) return;
  for (std::string& form : chinese_variants(unit.surface)) {
    if (index_.postings().frequency(form) > 0) add(unit, std::move(form), kSpellingFactor);
  }
}

// "取消" where the index has "取り消", and the reverse.
void StandIns::add_okurigana(std::vector<Unit>& units, size_t first) const {
  if (!japanese_) return;
  const Postings& postings = index_.postings();
  for (size_t u = first; u < units.size(); ++u) {
    for (auto& [before, behind] : with_kana_between(units[u].surface)) {
      const uint32_t n = postings.frequency(before);
      if (n == 0 || postings.frequency(behind) > n * kCommonerEnding) continue;
      add_sequence(units[u], {{std::move(before), std::move(behind)}, {0, 1}}, kSpellingFactor);
    }
    if (u == first) continue;
    const std::string pair = without_kana_between(units[u - 1].surface, units[u].surface);
    if (pair.empty() || postings.frequency(pair) == 0) continue;
    add(units[u - 1], pair, kSpellingFactor);
    add(units[u], pair, kSpellingFactor);
  }
}

// "log in" where the index has "login". A little word in front belongs to the sentence: "in voice". One word
// that is far rarer than the two is a name of something else: pullRequest.
void StandIns::add_joined(std::vector<Unit>& units) const {
  const auto is_word = [](const Unit& unit) { return !unit.cjk && !unit.whole && !unit.name_part; };
  for (size_t first = 0; first + 1 < units.size(); ++first) {
    Unit& a = units[first];
    Unit& b = units[first + 1];
    if (!is_word(a) || !is_word(b) || b.position != a.position + 1 || function_words_.has(a.surface))
      continue;
    const std::string term = thread_analyzer(lang_).term_of(a.surface + b.surface);
    const auto frequency = [](const Unit& unit) { return unit.alternatives.front().documents; };
    const uint32_t joined = index_.postings().frequency(term);
    const uint32_t apart =
        function_words_.has(b.surface) ? frequency(a) : std::min(frequency(a), frequency(b));
    if (joined == 0 || joined < apart / kRarerJoined) continue;
    add(a, term, kSplitFactor);
    if (!function_words_.has(b.surface)) add(b, term, kSplitFactor);
  }
}

void StandIns::add_sequence(Unit& unit, const TermSequence& sequence, float factor) const {
  if (sequence.terms.size() == 1) return add(unit, sequence.terms[0], factor);
  Alternative alternative;
  alternative.term = sequence.terms[0];
  alternative.hash = term_hash(alternative.term);
  alternative.factor = factor;
  uint32_t rarest = UINT32_MAX;
  for (size_t t = 0; t < sequence.terms.size(); ++t) {
    const uint32_t n = index_.postings().frequency(sequence.terms[t]);
    rarest = std::min(rarest, n);
    if (t == 0) alternative.documents = n;
    if (t == 0) continue;
    alternative.more_terms.push_back(sequence.terms[t]);
    alternative.more_hashes.push_back(term_hash(sequence.terms[t]));
    alternative.more_offsets.push_back(sequence.offsets[t]);
  }
  const bool known = std::any_of(
      unit.alternatives.begin(), unit.alternatives.end(), [&alternative](const Alternative& other) {
        return other.term == alternative.term && other.more_terms == alternative.more_terms;
      });
  if (rarest == 0 || known) return;
  unit.guess = false;
  if (unit.idf == 0) unit.idf = idf(rarest, index_.document_count());
  unit.alternatives.push_back(std::move(alternative));
}

void StandIns::add_synonym(std::vector<Unit>& units, const std::vector<size_t>& words,
                           const TermSequence& target) const {
  for (const size_t word : words) {
    Unit& unit = units[word];
    if (words.size() == 1 || !function_words_.has(unit.surface)) add_sequence(unit, target, kSynonymFactor);
  }
}

// The longest left side of a synonym at each word counts.
void StandIns::add_synonyms(std::vector<Unit>& units) const {
  std::vector<size_t> words;
  for (size_t u = 0; u < units.size(); ++u) {
    if (!units[u].whole) words.push_back(u);
  }
  for (size_t first = 0; first < words.size();) {
    size_t matched = 1;
    for (size_t count = std::min(index_.synonyms().longest(), words.size() - first); count > 0; --count) {
      std::vector<std::string> terms;
      for (size_t i = first; i < first + count; ++i) {
        terms.push_back(units[words[i]].alternatives.front().term);
      }
      const std::vector<TermSequence>* targets = index_.synonyms().find(lang_, terms);
      if (targets == nullptr) continue;
      const auto begin = words.begin() + static_cast<ptrdiff_t>(first);
      const std::vector<size_t> meant(begin, begin + static_cast<ptrdiff_t>(count));
      for (const TermSequence& target : *targets) add_synonym(units, meant, target);
      matched = count;
      break;
    }
    first += matched;
  }
}

}  // namespace signpost
