// candidate_sections.cc - picks a document's sections by what their headings and bodies have of the question,
// by its forward index; only these are unpacked, and analysed as they were for the index.
#include "search/candidate_sections.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "index/analyzer.h"
#include "search/evidence.h"

namespace signpost {
namespace {

constexpr float kAgain = 0.1F;  // of a word that comes again in a section

struct WordOfTerm {
  uint16_t word = 0;
  float factor = 0;
};

// What the plan's terms stand for. Of what is written with several terms the first one is not taken for the
// whole.
class WordsByTerm {
 public:
  explicit WordsByTerm(const QueryPlan& plan) {
    for (size_t u = 0; u < plan.units.size(); ++u) {
      for (const Alternative& alternative : plan.units[u].alternatives) {
        if (!alternative.more_hashes.empty()) continue;
        words_.emplace(alternative.hash, WordOfTerm{static_cast<uint16_t>(u), alternative.factor});
        beginnings_.add(alternative.term);
      }
    }
  }
  auto of(uint32_t hash) const { return words_.equal_range(hash); }
  const TermBeginnings& beginnings() const { return beginnings_; }

 private:
  std::unordered_multimap<uint32_t, WordOfTerm> words_;
  TermBeginnings beginnings_;
};

class PlaceSink : public TokenSink {
 public:
  PlaceSink(const WordsByTerm& words, std::vector<WordPlace>& out) : words_(words), out_(out) {}
  void token(const Token& t) override {
    if (t.kind == TokenKind::unigram && !t.ends_run) return;
    const auto [first, last] = words_.of(term_hash(t.term));
    for (auto it = first; it != last; ++it)
      out_.push_back({t.begin, t.end, t.position, it->second.word, it->second.factor});
  }

 private:
  const WordsByTerm& words_;
  std::vector<WordPlace>& out_;
};

std::vector<WordPlace> find_places(const WordsByTerm& words, std::string_view text, const std::string& lang) {
  std::vector<WordPlace> out;
  PlaceSink sink(words, out);
  thread_analyzer(lang).analyze_only(text, words.beginnings(), sink, text.size());
  return out;
}

// How much of the question each section has.
std::vector<float> section_weights(const QueryPlan& plan, const Evidence& evidence, size_t sections) {
  std::vector<float> out(sections);
  std::vector<size_t> last_word(sections, plan.units.size());
  for (size_t u = 0; u < plan.units.size(); ++u) {
    const UnitEvidence& found = evidence.units[u];
    for (uint32_t i = found.begin; i < found.end; ++i) {
      const ZoneStart& zone = evidence.zones[evidence.by_unit[i].zone];
      if (zone.zone != Zone::heading && zone.zone != Zone::body && zone.zone != Zone::link) continue;
      if (zone.section >= sections) continue;
      const float share = last_word[zone.section] == u ? kAgain : 1.0F;
      last_word[zone.section] = u;
      out[zone.section] += plan.units[u].weight * plan.units[u].idf * found.factor * share;
    }
  }
  return out;
}

// The best sections first.
std::vector<size_t> section_order(const std::vector<float>& weights) {
  std::vector<size_t> out(weights.size());
  std::iota(out.begin(), out.end(), size_t{0});
  std::stable_sort(out.begin(), out.end(), [&](size_t a, size_t b) { return weights[a] > weights[b]; });
  return out;
}

void add_titled(const WordsByTerm& words, std::string_view title, const std::string& lang,
                std::vector<float>& titled) {
  for (const WordPlace& place : find_places(words, title, lang))
    titled[place.word] = std::max(titled[place.word], place.factor);
}

void add_candidate(const QueryPlan& plan, const WordsByTerm& words, const IndexReader& index, uint32_t number,
                   Candidates& out) {
  thread_local std::string forward;
  thread_local Evidence evidence;
  index.read_forward(number, forward);
  gather_evidence(plan, ForwardView(forward), evidence);
  const size_t hit = out.documents.size();
  const QuotableDocument& document = out.documents.emplace_back(index, number);
  const StoredMeta& meta = document.meta();
  std::vector<float> in_title(plan.units.size());
  add_titled(words, meta.title, meta.lang, in_title);
  size_t taken = 0;
  for (const size_t section : section_order(section_weights(plan, evidence, meta.sections.size()))) {
    if (taken == kCandidateSections) break;
    const uint32_t size = meta.sections[section].text_end - meta.sections[section].text_begin;
    if (size == 0 || size > kCandidateBytes) continue;
    ++taken;
    CandidateSection candidate{hit, section,  document.section(section),
                               {},  in_title, std::vector<float>(plan.units.size())};
    candidate.places = find_places(words, candidate.text.text, meta.lang);
    for (const std::string& heading : heading_path(meta.sections, section))
      add_titled(words, heading, meta.lang, candidate.headed);
    for (size_t w = 0; w < candidate.headed.size(); ++w)
      candidate.titled[w] = std::max(candidate.titled[w], candidate.headed[w]);
    out.sections.push_back(std::move(candidate));
  }
}

}  // namespace

std::vector<QuestionWord> question_words(const QueryPlan& plan, const IndexReader& index) {
  std::vector<QuestionWord> out;
  // A word that no document has could not be rarer.
  const float rarest = std::log(1 + static_cast<float>(index.document_count()));
  float all = 0;
  for (const Unit& unit : plan.units) {
    // A passage that answers has the words of the question, those that ask included.
    const float known = std::max(unit.idf, unit.rarity);
    const float weight = unit.weight * (known > 0 ? known : rarest);
    out.push_back({unit.surface, weight, unit.position, unit.idf > 0, unit.weak});
    all += weight;
  }
  for (QuestionWord& word : out) word.weight = all > 0 ? word.weight / all : 0;
  return out;
}

void add_candidates(const QueryPlan& plan, const IndexReader& index, size_t most, Candidates& out) {
  const WordsByTerm words(plan);
  const std::vector<Hit>& hits = out.response.hits;
  for (size_t i = 0; i < hits.size() && i < most; ++i)
    add_candidate(plan, words, index, index.find(hits[i].lang, hits[i].id), out);
}

}  // namespace signpost
