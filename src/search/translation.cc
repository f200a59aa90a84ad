// translation.cc - see translation.h.
//
// A run of Chinese, Japanese or Korean is read from its beginning: the longest piece that the glossary has,
// then the next one. What is left of a Korean word behind a known piece is its ending.
#include "search/translation.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "index/analyzer.h"
#include "index/translatable_text.h"
#include "search/stand_ins.h"
#include "search/stop_words.h"
#include "search/synonyms.h"

namespace signpost {
namespace {

constexpr float kEnoughTranslated = 0.5F;  // of a query, that has to be in the best document
constexpr float kBesideBest = 0.4F;        // of the best document's score, that another one needs

// The index has the pairs of a piece of a run, and all else as it is.
TermSequence terms_of(const std::string& text) {
  TermSequence out;
  size_t at = 0;
  if (!is_cjk(classify(next_code_point(text, at))) || at == text.size()) return {{text}, {0}};
  for (size_t begin = 0; at < text.size();) {
    const size_t second = at;
    next_code_point(text, at);
    out.offsets.push_back(static_cast<uint32_t>(out.terms.size()));
    out.terms.push_back(text.substr(begin, at - begin));
    begin = second;
  }
  return out;
}

// A word of the query.
struct QueryWord {
  Unit unit;
  std::vector<Translation> translations;  // into all languages
};

// Reads a query as words that the glossary has, and others.
class QueryReader {
 public:
  QueryReader(const std::string& lang, const IndexReader& index) : lang_(lang), index_(index) {}

  std::vector<QueryWord> read(const ParsedQuery& query, const QueryPlan& plan);

 private:
  void read_word(const Unit& word);
  void read_run(const TranslatableRun& run);
  size_t read_piece(const TranslatableRun& run, size_t first);
  void note_unknown(const TranslatableRun& run, size_t first, size_t end);

  const std::string& lang_;
  const IndexReader& index_;
  std::vector<QueryWord> words_;
};

// Names are the same in all languages, so a word without a translation stands for itself.
void QueryReader::read_word(const Unit& word) {
  QueryWord& out = words_.emplace_back(QueryWord{word, {}});
  if (!word.weak)
    out.translations = index_.glossary()->find(lang_, thread_analyzer(lang_).term_of(word.surface));
}

// The length of the longest piece that is known; 0 for none.
size_t QueryReader::read_piece(const TranslatableRun& run, size_t first) {
  for (size_t count = std::min(kLongestPiece, run.characters.size() - first); count > 0; --count) {
    if (!may_be_word(run, first, count)) continue;
    Unit unit;
    unit.surface = piece_of(run, first, count);
    std::vector<Translation> translations = index_.glossary()->find(lang_, unit.surface);
    if (translations.empty()) continue;
    unit.position = run.position + static_cast<uint32_t>(first);
    words_.push_back({std::move(unit), std::move(translations)});
    return count;
  }
  return 0;
}

void QueryReader::note_unknown(const TranslatableRun& run, size_t first, size_t end) {
  if (end < first + 2) return;
  Unit unit;
  unit.surface = piece_of(run, first, end - first);
  words_.push_back({std::move(unit), {}});
}

void QueryReader::read_run(const TranslatableRun& run) {
  const size_t size = run.characters.size();
  const bool hangul = run.script == CharClass::hangul;
  const std::string all = piece_of(run, 0, size);
  // A particle behind a name, as if a syllable stood before it.
  if (hangul && korean_ending("가" + all) == all.size()) return;
  size_t unknown = 0;  // where what is unknown begins
  size_t at = 0;
  while (at < size) {
    const size_t known = read_piece(run, at);
    if (known == 0 && hangul) break;
    if (known > 0) note_unknown(run, unknown, at);
    at += std::max<size_t>(known, 1);
    if (known > 0) unknown = at;
  }
  // Behind a known piece a Korean word has its ending.
  if (!hangul || unknown == 0) note_unknown(run, unknown, size);
}

std::vector<QueryWord> QueryReader::read(const ParsedQuery& query, const QueryPlan& plan) {
  for (const Unit& unit : plan.units) {
    if (!unit.cjk) read_word(unit);
  }
  uint32_t position = 0;
  for (const QueryPart& part : query.parts) {
    const TranslatableText text = read_translatable(part.text, lang_, position);
    if (part.exclude) continue;
    for (const TranslatableRun& run : text.runs) read_run(run);
  }
  std::stable_sort(words_.begin(), words_.end(),
                   [](const QueryWord& a, const QueryWord& b) { return a.unit.position < b.unit.position; });
  if (words_.size() > kMaxUnits) words_.resize(kMaxUnits);
  return std::move(words_);
}

Unit translated_unit(const QueryWord& word, const std::string& lang, const StandIns& stand_ins) {
  const auto into = [&lang](const Translation& t) { return t.lang == lang; };
  Unit unit = word.unit;
  if (std::none_of(word.translations.begin(), word.translations.end(), into)) return unit;
  unit.alternatives.clear();
  unit.idf = 0;
  unit.exact_hash = 0;
  std::string shown;
  for (const Translation& translation : word.translations) {
    if (!into(translation)) continue;
    stand_ins.add_sequence(unit, terms_of(translation.text), translation.likeness);
    shown.append(shown.empty() ? "" : ", ").append(translation.text);
  }
  unit.surface += " (" + shown + ")";
  return unit;
}

TranslatedPlan translated_plan(const std::vector<QueryWord>& words, const std::string& lang,
                               const IndexReader& index) {
  const StandIns stand_ins(lang, index);
  TranslatedPlan out;
  out.lang = lang;
  float all = 0;
  for (const QueryWord& word : words) {
    Unit unit = translated_unit(word, lang, stand_ins);
    const float weight = unit.weak || unit.whole ? 0 : unit.weight;
    all += weight;
    if (unit.idf == 0) continue;
    out.known += weight;
    out.plan.units.push_back(std::move(unit));
  }
  if (all > 0) out.known /= all;
  return out;
}

}  // namespace

std::vector<TranslatedPlan> translate(const ParsedQuery& query, const QueryPlan& plan,
                                      const std::string& lang, const IndexReader& index) {
  std::vector<TranslatedPlan> out;
  if (index.glossary() == nullptr || !plan.phrases.empty()) return out;
  const std::vector<QueryWord> words = QueryReader(lang, index).read(query, plan);
  std::vector<std::string> languages;
  for (const QueryWord& word : words) {
    for (const Translation& translation : word.translations) {
      if (std::find(languages.begin(), languages.end(), translation.lang) == languages.end())
        languages.push_back(translation.lang);
    }
  }
  for (const std::string& into : languages) {
    out.push_back(translated_plan(words, into, index));
    out.back().plan.excluded = plan.excluded;
  }
  return out;
}

void add_translated(const TranslatedPlan& translated, float least_titled, const Filters& filters,
                    MatchOptions options, const IndexReader& index, const FacetIndex& facets,
                    Beside& beside) {
  if (translated.known < std::max(kEnoughTranslated, least_titled)) return;
  Bitmap among(index.document_count());
  options.among->each([&](uint32_t number) {
    const std::string& of = index.names().languages[index.record(number).language];
    if (of == translated.lang && beside.wants(number)) among.set(number);
    return true;
  });
  options.among = &among;
  options.lang_first = false;
  options.wanted = kMostBeside;
  const Matches found = match(translated.plan, filters, options, index, facets);
  if (found.ranked.empty() || translated.known * found.covered < kEnoughTranslated) return;
  for (Ranked ranked : found.ranked) {
    if (ranked.score < kBesideBest * found.ranked.front().score) break;
    if (translated.known * ranked.titled < least_titled) continue;
    ranked.tier = 1;
    ranked.by = FoundBy::translation;
    beside.offer(ranked);
  }
}

}  // namespace signpost
