// stand_ins.cc - what may stand in a document for a word of the query.
#include "search/stand_ins.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "index/analyzer.h"
#include "search/idf.h"
#include "search/speller.h"
#include "search/stop_words.h"

namespace signpost {
namespace {

// How much an alternative counts beside the word itself.
constexpr float kCompletionFactor = 0.7F;
constexpr float kSplitFactor = 0.9F;     // "signin" written as two words
constexpr float kSynonymFactor = 0.75F;  // just below the word itself
constexpr size_t kMaxCompletions = 8;

}  // namespace

void StandIns::add(Unit& unit, std::string term, float factor) const {
  for (const Alternative& known : unit.alternatives) {
    if (known.term == term) return;
  }
  const uint32_t n = index_.postings().frequency(term);
  const bool stands_in = factor < 1 && unit.idf > 0;
  if (n > 0 && !stands_in) unit.idf = std::max(unit.idf, idf(n, index_.document_count()));
  Alternative& alternative = unit.alternatives.emplace_back();
  alternative.hash = term_hash(term);
  alternative.term = std::move(term);
  alternative.factor = factor;
}

// A word that is rare may be two words elsewhere.
void StandIns::add_split(Unit& unit) const {
  const uint32_t n = index_.postings().frequency(unit.alternatives.front().term);
  if (unit.surface.size() < 5 || n > std::max(1u, index_.document_count() / 500)) return;
  const auto parts = split_word(index_.words(), unit.surface);
  if (!parts) return;
  TermSequence sequence;
  sequence.terms = {thread_analyzer(lang_).term_of(parts->first),
                    thread_analyzer(lang_).term_of(parts->second)};
  sequence.offsets = {0, 1};
  add_sequence(unit, sequence, kSplitFactor);
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
}

// Several words that stand in for one.
void StandIns::add_sequence(Unit& unit, const TermSequence& sequence, float factor) const {
  if (sequence.terms.size() == 1) return add(unit, sequence.terms[0], factor);
  Alternative alternative;
  alternative.term = sequence.terms[0];
  alternative.hash = term_hash(alternative.term);
  alternative.factor = factor;
  uint32_t rarest = UINT32_MAX;
  for (size_t t = 0; t < sequence.terms.size(); ++t) {
    rarest = std::min(rarest, index_.postings().frequency(sequence.terms[t]));
    if (t == 0) continue;
    alternative.more_terms.push_back(sequence.terms[t]);
    alternative.more_hashes.push_back(term_hash(sequence.terms[t]));
    alternative.more_offsets.push_back(sequence.offsets[t]);
  }
  if (rarest == 0) return;
  if (unit.idf == 0) unit.idf = idf(rarest, index_.document_count());
  unit.alternatives.push_back(std::move(alternative));
}

void StandIns::add_synonym(std::vector<Unit>& units, const std::vector<size_t>& words,
                           const TermSequence& target) const {
  for (const size_t word : words) {
    Unit& unit = units[word];
    if (words.size() == 1 || !is_stop_word(unit.surface)) add_sequence(unit, target, kSynonymFactor);
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
