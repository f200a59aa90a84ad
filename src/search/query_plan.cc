// query_plan.cc - makes units of a query's words: what to look for, how much each says, what may stand in.
//
// A word becomes a unit with its stem; documents of other languages were stemmed in their own way, so those
// stems are alternatives of the same rank. A name ("node.js") gives its parts and, if the index has it, the
// whole, beside which the parts count less. A run of CJK characters gives its pairs, of which those of
// grammar count less; a single character stands for the pairs that begin with it. Alternatives with a
// factor below 1 stand in: two words for one, synonyms (whose words must stand behind each other), and
// completions of a last word that is unknown.
//
// A unit counts weight times idf: the idf of the word itself, so that a rare synonym can't lift a common
// word; only where the index lacks the word that of what stands in. Weak units (stop words, grammar) add to
// a score and make nothing match, unless the index has nothing else of the query. All is bounded: text by
// query_syntax.h, units by kMaxUnits, of which those that say least go. Costs are lookups of frequencies,
// which postings.h remembers.
#include "search/query_plan.h"

#include <algorithm>
#include <cmath>

#include "index/analyzer.h"
#include "index/unicode_fold.h"
#include "search/speller.h"
#include "search/stop_words.h"

namespace signpost {
namespace {

// How much a unit counts beside an ordinary word.
constexpr float kStopWordWeight = 0.15F;
constexpr float kKanaWeight = 0.3F;       // a pair of hiragana is mostly grammar
constexpr float kEndingWeight = 0.2F;     // a pair with a Korean particle
constexpr float kMixedPairWeight = 0.6F;  // a pair of a Han character and a following hiragana
constexpr float kPartWeight = 0.4F;       // a part of a name that the index has as a whole
constexpr float kCompletionFactor = 0.7F;
constexpr float kSplitFactor = 0.9F;     // "signin" written as two words
constexpr float kSynonymFactor = 0.75F;  // just below the word itself
constexpr size_t kMaxCompletions = 8;
constexpr size_t kMaxOneCharacterPairs = 64;

struct PlannedToken {
  TokenKind kind = TokenKind::word;
  bool name_part = false;
  bool kana_only = false;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t position = 0;
  uint32_t last_position = 0;
  std::string surface;
  std::string term;
};

class Collect : public TokenSink {
 public:
  void token(const Token& t) override {
    tokens.push_back({t.kind, t.name_part, t.kana_only, t.begin, t.end, t.position, t.last_position,
                      std::string(t.surface), std::string(t.term)});
  }
  std::vector<PlannedToken> tokens;
};

class Planner {
 public:
  Planner(std::string_view lang, const IndexReader& index) : lang_(lang), index_(index) {}

  QueryPlan run(const ParsedQuery& query);

 private:
  std::vector<PlannedToken> analyze(std::string_view text);
  void add_words(const std::vector<PlannedToken>& tokens, std::string_view text);
  void add_word(const PlannedToken& token);
  void add_split(Unit& unit);
  void add_sequence(Unit& unit, const TermSequence& sequence, float factor);
  void add_whole(const PlannedToken& token, size_t first_part);
  void add_run(const std::vector<PlannedToken>& run, std::string_view text);
  std::vector<std::pair<uint32_t, std::string>> pairs_of(const std::string& character) const;
  void add_single_character(const PlannedToken& token);
  void add_alternative(Unit& unit, std::string term, float factor);
  void add_phrase(const std::vector<PlannedToken>& tokens, std::vector<Phrase>& out) const;
  void exclude(const std::vector<PlannedToken>& tokens);
  void add_completions(Unit& unit);
  void add_synonyms();
  void add_synonym(size_t first, size_t count, const std::vector<size_t>& words, const TermSequence& target);
  void weigh_stop_words();
  void drop_surplus();

  std::string lang_;
  const IndexReader& index_;
  QueryPlan plan_;
  uint32_t position_ = 0;
};

std::vector<PlannedToken> Planner::analyze(std::string_view text) {
  Collect collect;
  position_ = thread_analyzer(lang_).analyze(text, position_, collect);
  return std::move(collect.tokens);
}

void Planner::add_alternative(Unit& unit, std::string term, float factor) {
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

void Planner::add_word(const PlannedToken& token) {
  Unit unit;
  unit.surface = token.surface;
  unit.position = token.position;
  unit.exact_hash = term_hash(token.surface);
  add_alternative(unit, token.term, 1);
  // Documents of other languages were stemmed in their own way.
  for (const std::string& other : index_.names().languages) {
    if (other != lang_) add_alternative(unit, thread_analyzer(other).term_of(token.surface), 1);
  }
  add_split(unit);
  plan_.units.push_back(std::move(unit));
}

// A word that is rare may be two words elsewhere.
void Planner::add_split(Unit& unit) {
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

void Planner::add_whole(const PlannedToken& token, size_t first_part) {
  Unit unit;
  unit.surface = token.surface;
  unit.position = token.position;
  unit.whole = true;
  add_alternative(unit, token.term, 1);
  if (unit.idf == 0 && first_part < plan_.units.size()) return;  // the parts must do
  for (size_t i = first_part; i < plan_.units.size(); ++i) {
    plan_.units[i].weight *= kPartWeight;
    plan_.units[i].name_part = true;
  }
  plan_.units.push_back(std::move(unit));
}

// The index has a character alone only where a run ends; elsewhere it has the pair that begins with it. The
// most frequent pairs come first.
std::vector<std::pair<uint32_t, std::string>> Planner::pairs_of(const std::string& character) const {
  std::vector<std::pair<uint32_t, std::string>> pairs;
  index_.postings().each_term(character, [&](std::string_view rest, uint32_t n) {
    if (!rest.empty()) pairs.emplace_back(n, character + std::string(rest));
  });
  std::sort(pairs.rbegin(), pairs.rend());
  if (pairs.size() > kMaxOneCharacterPairs) pairs.resize(kMaxOneCharacterPairs);
  return pairs;
}

void Planner::add_single_character(const PlannedToken& token) {
  Unit unit;
  unit.surface = token.surface;
  unit.position = token.position;
  unit.cjk = true;
  add_alternative(unit, token.term, 1);
  if (token.kana_only) {  // "の" between two names: grammar
    unit.weight = kStopWordWeight;
    unit.weak = true;
    plan_.units.push_back(std::move(unit));
    return;
  }
  uint32_t documents = index_.postings().frequency(token.term);
  for (auto& [n, pair] : pairs_of(token.term)) {
    add_alternative(unit, std::move(pair), 1);
    documents += n;
  }
  if (documents > 0) unit.idf = idf(documents, index_.document_count());
  plan_.units.push_back(std::move(unit));
}

// A run of CJK characters: `run` has its pairs.
void Planner::add_run(const std::vector<PlannedToken>& run, std::string_view text) {
  const uint32_t begin = run.front().begin;
  const uint32_t end = run.back().end;
  const size_t ending = korean_ending(text.substr(begin, end - begin));
  for (const PlannedToken& token : run) {
    Unit unit;
    unit.surface = token.surface;
    unit.position = token.position;
    unit.cjk = true;
    add_alternative(unit, token.term, 1);
    size_t second = 0;
    const bool first_is_han = classify(next_code_point(token.surface, second)) == CharClass::han;
    size_t behind = second;
    const bool second_is_hiragana = second < token.surface.size() &&
                                    classify(next_code_point(token.surface, behind)) == CharClass::hiragana;
    if (token.kana_only) {
      unit.weight = kKanaWeight;
    } else if (first_is_han && second_is_hiragana) {
      unit.weight = kMixedPairWeight;
    } else if (ending > 0 && token.end > end - ending && run.size() > 1) {
      unit.weight = kEndingWeight;
    }
    if (is_question_pair(token.surface)) unit.weight = kStopWordWeight;
    unit.weak = unit.weight < 0.5F;
    plan_.units.push_back(std::move(unit));
  }
}

void Planner::add_words(const std::vector<PlannedToken>& tokens, std::string_view text) {
  std::vector<PlannedToken> run;
  const auto flush = [&] {
    if (!run.empty()) add_run(run, text);
    run.clear();
  };
  for (size_t i = 0; i < tokens.size(); ++i) {
    const PlannedToken& token = tokens[i];
    const bool continues = !run.empty() && token.position <= run.back().position + 1;
    if (!continues) flush();
    switch (token.kind) {
      case TokenKind::word:
        add_word(token);
        break;
      case TokenKind::whole:
      case TokenKind::flag: {
        size_t first = plan_.units.size();
        while (first > 0 && plan_.units[first - 1].position >= token.position) --first;
        add_whole(token, first);
        break;
      }
      case TokenKind::bigram:
        run.push_back(token);
        break;
      case TokenKind::unigram: {
        const bool pair_follows = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::bigram &&
                                  tokens[i + 1].position == token.position;
        if (!pair_follows && run.empty()) add_single_character(token);
        break;
      }
    }
  }
  flush();
}

void Planner::add_phrase(const std::vector<PlannedToken>& tokens, std::vector<Phrase>& out) const {
  Phrase phrase;
  for (const PlannedToken& token : tokens) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::bigram) continue;
    phrase.terms.push_back(token.term);
    phrase.hashes.push_back(term_hash(token.term));
    phrase.offsets.push_back(token.position - tokens.front().position);
  }
  const bool known = std::any_of(out.begin(), out.end(), [&phrase](const Phrase& other) {
    return other.terms == phrase.terms && other.offsets == phrase.offsets;
  });
  if (!phrase.terms.empty() && !known) out.push_back(std::move(phrase));
}

void Planner::exclude(const std::vector<PlannedToken>& tokens) {
  if (tokens.size() > 1 || tokens.front().kind != TokenKind::unigram)
    return add_phrase(tokens, plan_.excluded);
  plan_.excluded.push_back({{tokens.front().term}, {term_hash(tokens.front().term)}, {0}});
  for (const auto& [n, pair] : pairs_of(tokens.front().term)) {
    plan_.excluded.push_back({{pair}, {term_hash(pair)}, {0}});
  }
}

// The last word may be unfinished: when the index does not know it, what it may become stands in for it.
void Planner::add_completions(Unit& unit) {
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
    add_alternative(unit, thread_analyzer(lang_).term_of(found[i].second), kCompletionFactor);
  }
}

// Several words that stand in for one.
void Planner::add_sequence(Unit& unit, const TermSequence& sequence, float factor) {
  if (sequence.terms.size() == 1) return add_alternative(unit, sequence.terms[0], factor);
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

void Planner::add_synonym(size_t first, size_t count, const std::vector<size_t>& words,
                          const TermSequence& target) {
  for (size_t i = first; i < first + count; ++i) {
    Unit& unit = plan_.units[words[i]];
    if (count == 1 || !is_stop_word(unit.surface)) add_sequence(unit, target, kSynonymFactor);
  }
}

// The longest left side of a synonym at each word counts.
void Planner::add_synonyms() {
  std::vector<size_t> words;
  for (size_t u = 0; u < plan_.units.size(); ++u) {
    if (!plan_.units[u].whole) words.push_back(u);
  }
  for (size_t first = 0; first < words.size();) {
    size_t matched = 1;
    for (size_t count = std::min(index_.synonyms().longest(), words.size() - first); count > 0; --count) {
      std::vector<std::string> terms;
      for (size_t i = first; i < first + count; ++i) {
        terms.push_back(plan_.units[words[i]].alternatives.front().term);
      }
      const std::vector<TermSequence>* targets = index_.synonyms().find(lang_, terms);
      if (targets == nullptr) continue;
      for (const TermSequence& target : *targets) add_synonym(first, count, words, target);
      matched = count;
      break;
    }
    first += matched;
  }
}

// Stop words count little, unless there is nothing else.
void Planner::weigh_stop_words() {
  const auto stops = [](const Unit& u) { return !u.cjk && is_stop_word(u.surface); };
  const bool all = std::all_of(plan_.units.begin(), plan_.units.end(),
                               [&](const Unit& u) { return stops(u) || u.weak || u.idf == 0; });
  if (all) {
    for (Unit& unit : plan_.units) unit.weak = false;
    return;
  }
  for (Unit& unit : plan_.units) {
    if (!stops(unit) || unit.name_part) continue;
    unit.weight *= kStopWordWeight;
    unit.weak = true;
  }
}

void Planner::drop_surplus() {
  if (plan_.units.size() <= kMaxUnits) return;
  std::vector<float> worth;
  worth.reserve(plan_.units.size());
  for (const Unit& unit : plan_.units) worth.push_back(unit.weight * unit.idf);
  std::nth_element(worth.begin(), worth.begin() + kMaxUnits, worth.end(), std::greater<>());
  const float least = worth[kMaxUnits - 1];
  std::erase_if(plan_.units, [&](const Unit& unit) { return unit.weight * unit.idf < least; });
  if (plan_.units.size() > kMaxUnits) plan_.units.resize(kMaxUnits);
}

QueryPlan Planner::run(const ParsedQuery& query) {
  for (const QueryPart& part : query.parts) {
    const std::vector<PlannedToken> tokens = analyze(part.text);
    if (tokens.empty()) continue;
    if (part.exclude) {
      exclude(tokens);
      continue;
    }
    plan_.words.push_back(part.text);
    if (part.phrase) add_phrase(tokens, plan_.phrases);
    add_words(tokens, part.text);
  }
  if (query.ends_open && !plan_.units.empty()) add_completions(plan_.units.back());
  add_synonyms();
  weigh_stop_words();
  drop_surplus();
  return std::move(plan_);
}

}  // namespace

float idf(uint32_t frequency, uint32_t documents) {
  const float n = static_cast<float>(std::min(frequency, documents));
  return std::log(1 + (static_cast<float>(documents) - n + 0.5F) / (n + 0.5F));
}

QueryPlan make_plan(const ParsedQuery& query, std::string_view lang, const IndexReader& index) {
  return Planner(lang, index).run(query);
}

}  // namespace signpost
