// query_plan.cc - makes units of a query's words: what to look for, how much each says, what may stand in.
//
// A word becomes a unit with its stem; documents of other languages were stemmed in their own way, so those
// stems are alternatives of the same rank. A name ("node.js") gives its parts and, if the index has it, the
// whole, beside which the parts count less. A run of CJK characters gives its pairs, of which those of
// grammar count less; a single character stands for the pairs that begin with it. Alternatives with a
// factor below 1 stand in (stand_ins.h): other spellings and forms, two words for one, synonyms (whose words
// must stand behind each other), and completions of a last word that is unknown. An emoji or an operator is a
// unit too.
//
// A unit counts weight times idf: the idf of the word itself, so that a rare synonym can't lift a common
// word; only where the index lacks the word that of what stands in. Weak units (stop words, grammar) add to
// a score and make nothing match, unless the query is hardly anything else: then a FAQ's title of the same
// stop words may be the answer. All is bounded: text by query_syntax.h, units by kMaxUnits, of which those
// that say least go. Costs are lookups of frequencies, which postings.h remembers.
#include "search/query_plan.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "base/ascii.h"
#include "content/language.h"
#include "index/analyzer.h"
#include "index/unicode_fold.h"
#include "search/asking_phrases.h"
#include "search/function_words.h"
#include "search/idf.h"
#include "search/korean_verbs.h"
#include "search/stand_ins.h"
#include "search/stop_words.h"

namespace signpost {
namespace {

// How much a unit counts beside an ordinary word.
constexpr float kStopWordWeight = 0.4F;  // signals.cc has what it counts in a title
constexpr float kGrammarWeight = 0.15F;
// The idf of what a question is wrapped in ("how do I") is no more than that. How little it says, its
// language knows better than a corpus: where all articles are written as orders, "how" and "I" are rare.
constexpr float kGrammarIdf = 0.5F;
constexpr float kKanaWeight = 0.3F;       // a pair of hiragana is mostly grammar
constexpr float kEndingWeight = 0.2F;     // a pair with a Korean particle
constexpr float kMixedPairWeight = 0.5F;  // a pair with one hiragana: mostly a particle and its neighbour
constexpr float kPartWeight = 0.4F;       // a part of a name that the index has as a whole
constexpr float kBareFactor = 0.8F;       // other marks than those that were typed
constexpr size_t kMaxOneCharacterPairs = 64;
constexpr ptrdiff_t kManyStopWords = 2;  // beside one other word they make nearly all of a query
constexpr uint32_t kFewDocuments = 10;   // that have the other word: less than a page of results

// A hyphen makes names in English ("sign-in"); elsewhere it also ties small words to others and together:
// "s-a", "est-ce", "diz-se".
bool ties_small_words(std::string_view lang) {
  return !is_one_of(base_language(lang), {"en", "ko", "ja", "zh"});
}

bool has_hiragana(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (classify(next_code_point(text, at)) == CharClass::hiragana) return true;
  }
  return false;
}

void hold_down(Unit& unit) {
  unit.rarity = unit.idf;
  unit.idf = std::min(unit.idf, kGrammarIdf);
}

struct PlannedToken {
  TokenKind kind = TokenKind::word;
  bool name_part = false;
  bool elided = false;
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
    tokens.push_back({t.kind, t.name_part, t.elided, t.kana_only, t.begin, t.end, t.position, t.last_position,
                      std::string(t.surface), std::string(t.term)});
  }
  std::vector<PlannedToken> tokens;
};

class Planner {
 public:
  Planner(std::string_view lang, const IndexReader& index)
      : lang_(lang), index_(index), stand_ins_(lang, index) {}

  QueryPlan run(const ParsedQuery& query);

 private:
  std::vector<PlannedToken> analyze(std::string_view text);
  void add_words(const std::vector<PlannedToken>& tokens, std::string_view text);
  void add_word(const PlannedToken& token);
  void add_whole(const PlannedToken& token, size_t first_part);
  void add_sign(const PlannedToken& token, bool alone);
  void add_run(const std::vector<PlannedToken>& run, std::string_view text);
  std::vector<std::pair<uint32_t, std::string>> pairs_of(const std::string& character) const;
  void add_single_character(const PlannedToken& token);
  void add_phrase(const std::vector<PlannedToken>& tokens, std::vector<Phrase>& out) const;
  void exclude(const std::vector<PlannedToken>& tokens);
  std::string_view language_of_words() const;
  bool is_nearly_all_stop_words(std::string_view lang) const;
  void weigh_stop_words();
  void drop_surplus();

  std::string lang_;
  const IndexReader& index_;
  StandIns stand_ins_;
  QueryPlan plan_;
  uint32_t position_ = 0;
  std::string_view next_part_;  // of the query, behind the one that is read
};

std::vector<PlannedToken> Planner::analyze(std::string_view text) {
  Collect collect;
  position_ = thread_analyzer(lang_).analyze(text, position_, collect);
  return std::move(collect.tokens);
}

void Planner::add_word(const PlannedToken& token) {
  Unit unit;
  unit.surface = token.surface;
  unit.position = token.position;
  unit.exact_hash = term_hash(token.surface);
  stand_ins_.add(unit, token.term, 1);
  // Documents of other languages were stemmed in their own way.
  for (const std::string& other : index_.names().languages) {
    if (other != lang_) stand_ins_.add(unit, thread_analyzer(other).term_of(token.surface), 1);
  }
  const WordList& words = index_.words();
  unit.guess = unit.idf > 0 && words.find(token.surface) == words.size();
  stand_ins_.add_spellings(unit);
  stand_ins_.add_split(unit);
  stand_ins_.add_compound_parts(unit);
  unit.syllable = base_language(lang_) == "vi";
  unit.elided = unit.weak = token.elided;
  if (unit.elided) unit.weight = kGrammarWeight;
  plan_.units.push_back(std::move(unit));
}

// Signs that touch a word or may end a sentence are rarely what a query is about.
void Planner::add_sign(const PlannedToken& token, bool alone) {
  Unit unit;
  unit.surface = token.surface;
  unit.position = token.position;
  stand_ins_.add(unit, token.term, 1);
  unit.weak = !alone || token.surface.find_first_not_of(".:!?") == std::string::npos;
  if (unit.weak) unit.weight = kGrammarWeight;
  plan_.units.push_back(std::move(unit));
}

void Planner::add_whole(const PlannedToken& token, size_t first_part) {
  Unit unit;
  unit.surface = token.surface;
  unit.position = token.position;
  unit.whole = true;
  stand_ins_.add(unit, token.term, 1);
  stand_ins_.add_spellings(unit);
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
  stand_ins_.add(unit, token.term, 1);
  // "の" between two names: grammar
  unit.weak = token.kana_only || is_korean_function_syllable(token.surface);
  if (unit.weak) unit.weight = kGrammarWeight;
  if (token.kana_only) {
    plan_.units.push_back(std::move(unit));
    return;
  }
  stand_ins_.add_chinese_forms(unit);
  uint32_t documents = 0;
  std::vector<std::string> forms;
  for (const Alternative& form : unit.alternatives) forms.push_back(form.term);
  for (const std::string& form : forms) {
    documents += index_.postings().frequency(form);
    for (auto& [n, pair] : pairs_of(form)) {
      if (!may_negate(pair)) continue;
      stand_ins_.add(unit, std::move(pair), 1);
      documents += n;
    }
  }
  if (documents > 0) unit.idf = idf(documents, index_.document_count());
  plan_.units.push_back(std::move(unit));
}

// A run of CJK characters: `run` has its pairs.
void Planner::add_run(const std::vector<PlannedToken>& run, std::string_view text) {
  const uint32_t begin = run.front().begin;
  const uint32_t end = run.back().end;
  const std::string_view written = text.substr(begin, end - begin);
  const std::optional<KoreanVerb> verb = read_korean_verb(written, next_part_);
  const size_t ending = std::max(korean_ending(written), verb ? verb->ending : 0);
  const ThingAsked thing = thing_asked(written);
  const size_t first = plan_.units.size();
  for (const PlannedToken& token : run) {
    Unit unit;
    unit.surface = token.surface;
    unit.position = token.position;
    unit.cjk = true;
    stand_ins_.add(unit, token.term, 1);
    stand_ins_.add_chinese_forms(unit);
    const bool varies = verb && plan_.units.size() - first == verb->pair;
    // What may be a noun is one where the index has it.
    if (varies && (verb->certain || unit.idf == 0)) stand_ins_.add_forms(unit, verb->forms);
    if (token.kana_only) {
      unit.weight = kKanaWeight;
    } else if (has_hiragana(token.surface)) {
      unit.weight = kMixedPairWeight;
    } else if (ending > 0 && token.end > end - ending && (run.size() > 1 || (verb && verb->ending > 0))) {
      unit.weight = kEndingWeight;
    }
    if (is_question_pair(token.surface)) unit.weight = kGrammarWeight;
    if (token.begin - begin < thing.begin || token.end - begin > thing.end) {
      unit.weight = kGrammarWeight;
      hold_down(unit);
    }
    unit.weak = unit.weight < 0.5F;
    plan_.units.push_back(std::move(unit));
  }
  stand_ins_.add_okurigana(plan_.units, first);
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
      case TokenKind::bare:  // for who typed other marks than the index has
        if (plan_.units.back().idf == 0) stand_ins_.add(plan_.units.back(), token.term, kBareFactor);
        break;
      case TokenKind::whole:
      case TokenKind::flag: {
        size_t first = plan_.units.size();
        while (first > 0 && plan_.units[first - 1].position >= token.position) --first;
        add_whole(token, first);
        break;
      }
      case TokenKind::sign:
        add_sign(token, tokens.size() == 1);
        break;
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
    if (token.kind != TokenKind::word && token.kind != TokenKind::bigram && token.kind != TokenKind::sign)
      continue;
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

// Whose function words the query has most of: people also ask in another language than the page's.
std::string_view Planner::language_of_words() const {
  std::vector<std::string> words;
  for (const Unit& unit : plan_.units) {
    if (!unit.cjk) words.push_back(unit.surface);
  }
  std::vector<std::string> languages = {lang_};
  languages.insert(languages.end(), index_.names().languages.begin(), index_.names().languages.end());
  languages.emplace_back("en");
  const size_t found = language_by_function_words(words, languages);
  if (found == 0 || found == languages.size()) return lang_;
  return found > index_.names().languages.size() ? "en"
                                                 : std::string_view(index_.names().languages[found - 1]);
}

bool stops(const Unit& unit, std::string_view lang) {
  return !unit.cjk && is_function_word(unit.surface, lang);
}

// "how do I reach you": one word besides, that few documents have, so the answer may say it otherwise.
bool Planner::is_nearly_all_stop_words(std::string_view lang) const {
  ptrdiff_t others = 0;
  ptrdiff_t stop_words = 0;
  uint32_t documents = 0;
  for (const Unit& unit : plan_.units) {
    stop_words += stops(unit, lang) ? 1 : 0;
    if (stops(unit, lang) || unit.weak || unit.idf == 0) continue;
    ++others;
    for (const Alternative& a : unit.alternatives) documents += index_.postings().frequency(a.term);
  }
  return others <= 1 && documents < kFewDocuments && stop_words >= kManyStopWords;
}

// Stop words count little and find nothing, unless there is hardly anything else.
void Planner::weigh_stop_words() {
  const std::string_view lang = language_of_words();
  const bool all = std::all_of(plan_.units.begin(), plan_.units.end(),
                               [lang](const Unit& u) { return stops(u, lang) || u.weak || u.idf == 0; });
  if (all) {
    for (Unit& unit : plan_.units) unit.weak = unit.elided;
    return;
  }
  const bool nearly_all = is_nearly_all_stop_words(lang);
  const bool ties = ties_small_words(lang);
  // The name that `whole` is one of, made of nothing but function words.
  const auto is_tied = [&](size_t whole) {
    size_t part = whole;
    while (part > 0 && plan_.units[part - 1].position >= plan_.units[whole].position) {
      if (!stops(plan_.units[--part], lang)) return false;
    }
    return ties && part < whole;
  };
  bool leads = true;  // nothing but such words before it
  for (size_t i = 0; i < plan_.units.size(); ++i) {
    Unit& unit = plan_.units[i];
    const bool small = stops(unit, lang) ? ties || !unit.name_part : unit.whole && is_tied(i);
    leads = leads && small;
    if (!small) continue;
    unit.weight *= kStopWordWeight;
    if (leads) hold_down(unit);
    unit.stop_word = true;
    unit.weak = !nearly_all;
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
  for (size_t i = 0; i < query.parts.size(); ++i) {
    const QueryPart& part = query.parts[i];
    next_part_ = i + 1 < query.parts.size() ? std::string_view(query.parts[i + 1].text) : "";
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
  stand_ins_.add_joined(plan_.units);
  stand_ins_.add_compounds(plan_.units);
  if (query.ends_open && !plan_.units.empty()) stand_ins_.add_completions(plan_.units.back());
  for (Unit& unit : plan_.units) stand_ins_.add_long_form(unit);
  stand_ins_.add_synonyms(plan_.units);
  weigh_stop_words();
  drop_surplus();
  return std::move(plan_);
}

}  // namespace

QueryPlan make_plan(const ParsedQuery& query, std::string_view lang, const IndexReader& index) {
  return Planner(lang, index).run(query);
}

}  // namespace signpost
