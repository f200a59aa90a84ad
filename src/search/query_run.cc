// query_run.cc - plans a query, decides whether another text was meant, and makes hits of what matches.
//
// A text is parsed into parts and filters (query_syntax.h), planned into units with weights (query_plan.h),
// matched and ranked over the impacts of the postings (match.h), and only the hits of the page asked for are
// read: their evidence, their snippet, their explanation. Each of these is one attempt; a search makes more
// than one only while it has found nothing it can stand for, in this order:
//
//   1. As typed. A word that the index has is never rewritten, however rare it is.
//   2. The index lacks most of what the words weigh: a slip of the keyboard's layout ("ㅔㅁㄴㄴ" is "pass"),
//      taken only when the index knows every word of the other reading.
//   3. A word is in no document, and no word of the language: its likeliest spelling (correction.h), taken
//   only
//      when that finds something.
//   4. Something is quoted and nothing has it: the same words without the quotes.
//
// 2 and 3 are decided from the plans, without a match, so a query that is fine pays for one look at its own
// frequencies. Every rewriting is told in the response, and `correct=false` asks for none.
//
// The language that ranks first is that of the text where its script tells (Hangul, kana), else that of the
// page: a Korean query in an English help centre means Korean articles. A curated best bet is put in front
// at last, among what passes the filters.
#include "search/query_run.h"

#include <algorithm>
#include <optional>

#include "base/dates.h"
#include "content/language.h"
#include "index/unicode_fold.h"
#include "search/beside.h"
#include "search/best_bets.h"
#include "search/by_meaning.h"
#include "search/candidate_sections.h"
#include "search/catalog.h"
#include "search/clicks.h"
#include "search/correction.h"
#include "search/function_words.h"
#include "search/input_repair.h"
#include "search/match.h"
#include "search/query_embedder.h"
#include "search/query_plan.h"
#include "search/ranking.h"
#include "search/read_documents.h"
#include "search/snippet.h"
#include "search/translation.h"

namespace signpost {
namespace {

constexpr float kMuchKnown = 0.6F;    // a query of which the index has less may have been meant otherwise
constexpr float kLittleFound = 0.5F;  // share of a query that its best document has, to look for meaning too
constexpr float kAnsweringTitle = 0.75F;  // share of a query that the title has of what is about it
constexpr float kTitled = 0.7F;        // share that a title in another language has where texts have enough
constexpr uint32_t kMaxRanked = 1000;  // pages beyond are empty

struct QueryLanguage {
  std::string lang;   // whose documents are preferred, "" for none
  bool latin = true;  // no CJK characters
};

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& value : from) {
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
  }
}

Filters join(Filters a, const Filters& b) {
  for (const FieldRow& row : kFields) append(a[row.field], b[row.field]);
  return a;
}

// Hangul is Korean and kana is Japanese, whatever the visitor's page is in; other text is in the page's
// language.
QueryLanguage language_of(std::string_view text, const std::string& asked, const IndexReader& index) {
  QueryLanguage out;
  bool hangul = false;
  bool kana = false;
  for (size_t i = 0; i < text.size();) {
    const CharClass c = classify(next_code_point(text, i));
    hangul = hangul || c == CharClass::hangul;
    kana = kana || c == CharClass::hiragana || c == CharClass::katakana;
    out.latin = out.latin && !is_cjk(c);
  }
  const std::string_view written = hangul ? "ko" : kana ? "ja" : "";
  const std::string& nearest =
      index.nearest_language(base_language(asked) == written ? std::string_view(asked) : written);
  if (!written.empty() && base_language(nearest) == written) {
    out.lang = nearest;
  } else if (!asked.empty()) {
    out.lang = index.nearest_language(asked);
  }
  return out;
}

// One attempt: a text, planned; and matched, when it is the one that is answered.
struct Attempt {
  ParsedQuery query;
  QueryPlan plan;
  Filters filters;
  QueryLanguage language;
  std::string stem_as;  // the language whose stemmer is used first
  std::optional<Meaning> meaning;
  MeaningFrom meaning_from = MeaningFrom::none;
  std::vector<TranslatedPlan> translated;  // best first
  Matches matches;
};

// Share of what the query is about that the index has.
float known_share(const QueryPlan& plan) {
  float all = 0;
  float known = 0;
  for (const Unit& unit : plan.units) {
    if (unit.weak || unit.whole) continue;
    all += unit.weight;
    known += unit.idf > 0 ? unit.weight : 0.0F;
  }
  return all == 0 ? 0 : known / all;
}

// What the index doesn't know weighs nothing in a document's coverage.
bool found_little(const Attempt& a) { return known_share(a.plan) * a.matches.covered < kLittleFound; }

class QueryRun {
 public:
  QueryRun(const IndexReader& index, const FacetIndex& facets, const SearchRequest& request)
      : index_(index),
        facets_(facets),
        request_(request),
        today_(request.today != 0 ? request.today : day_of_clock()) {
    if (request.clicks != nullptr) clicked_ = request.clicks->find(request.text, request.lang, index);
  }

  SearchResponse run();
  Candidates candidates(size_t most);

 private:
  const std::string& likely_language(const std::vector<QueryPart>& parts) const;
  Attempt plan(ParsedQuery query) const;
  void find(Attempt& attempt) const;
  MatchOptions options_of(const Attempt& attempt) const;
  void match_words(Attempt& attempt) const;
  void look_beside(Attempt& attempt) const;
  void ask_model(Attempt& attempt, SearchResponse& response) const;
  bool finds(Attempt& attempt) const;
  void find_or_loosen(Attempt& attempt, SearchResponse& response) const;
  std::optional<Attempt> better_than(const Attempt& typed) const;
  const QueryPlan& plan_that_found(const Attempt& attempt, const Ranked& ranked) const;
  const ReadDocuments::Document* known_document(const Attempt& attempt, const Ranked& ranked) const;
  Hit make_hit(const Attempt& attempt, const QueryPlan& plan, const Marker& marker,
               const Ranked& ranked) const;
  std::vector<Contribution> explanation_of(const Attempt& attempt, const QueryPlan& plan,
                                           const Evidence& evidence, const Ranked& ranked) const;
  void add_hits(const Attempt& attempt, SearchResponse& response) const;

  const IndexReader& index_;
  const FacetIndex& facets_;
  const SearchRequest& request_;
  const uint32_t today_;
  std::vector<DocumentClicks> clicked_;  // for what was typed
  Attempt best_;                         // that was answered
};

// Of a text whose language nobody has told.
const std::string& QueryRun::likely_language(const std::vector<QueryPart>& parts) const {
  const std::vector<std::string>& known = index_.names().languages;
  const std::string& site = index_.site().default_language;
  const bool has_site = known.empty() || std::find(known.begin(), known.end(), site) != known.end();
  if (known.size() < 2) return has_site ? site : known.front();
  std::vector<std::string> folded;
  folded.reserve(parts.size());
  for (const QueryPart& part : parts) folded.push_back(fold_case(part.text));
  const size_t found =
      language_by_function_words({folded.begin(), folded.end()}, {known.begin(), known.end()});
  if (found < known.size()) return known[found];
  return has_site ? site : known.front();
}

Attempt QueryRun::plan(ParsedQuery query) const {
  Attempt a;
  a.query = std::move(query);
  a.language = language_of(a.query.text, request_.lang, index_);
  a.filters = join(request_.filters, a.query.filters);
  a.stem_as = a.language.lang.empty() ? likely_language(a.query.parts) : a.language.lang;
  a.plan = make_plan(a.query, a.stem_as, index_);
  return a;
}

void QueryRun::find(Attempt& a) const {
  a.meaning = meaning_of(a.query, a.plan, index_);
  a.meaning_from = a.meaning ? MeaningFrom::table : MeaningFrom::none;
  match_words(a);
}

MatchOptions QueryRun::options_of(const Attempt& a) const {
  MatchOptions options;
  options.meaning = a.meaning ? &*a.meaning : nullptr;
  options.lang = a.language.lang;
  options.today = today_;
  options.lang_first = !request_.lang.empty();
  options.clicked = clicked_;
  options.latin_query = a.language.latin;
  options.wanted = std::min(kMaxRanked, request_.page * request_.per_page);
  options.browse = a.query.parts.empty() && FacetIndex::is_filtered(a.filters);
  return options;
}

void QueryRun::match_words(Attempt& a) const {
  a.matches = match(a.plan, a.filters, options_of(a), index_, facets_);
}

// Where no text in the reader's language has half of the query, whatever says it otherwise, and where no
// title has, an article in another language whose title does. The site's own translations come first: what
// they say of a word is certain, as vectors are not.
void QueryRun::look_beside(Attempt& a) const {
  const bool little = found_little(a);
  if (!little && (index_.glossary() == nullptr || a.matches.titled >= kAnsweringTitle)) return;
  Bitmap among = facets_.allowed(a.filters);
  Bitmap untranslated = among;  // into the language of the query
  untranslated &= index_.universe(a.stem_as);
  among &= index_.universe(a.language.lang);
  Beside beside(index_, request_.per_page, a.matches);
  a.translated = translate(a.query, a.plan, a.stem_as, index_);
  for (const TranslatedPlan& translated : a.translated) {
    MatchOptions options = options_of(a);
    options.among = &untranslated;
    add_translated(translated, little ? 0 : kTitled, a.filters, options, index_, facets_, beside);
  }
  if (little && a.meaning) add_by_meaning(index_, *a.meaning, a.language.lang, among, beside);
  leave_out_beside(index_, a.matches);
}

bool QueryRun::finds(Attempt& attempt) const {
  find(attempt);
  return attempt.matches.total > 0;
}

// Quotes in a pasted message are the message's, not the visitor's: where nothing has what stands in them, the
// words alone are looked for, and the response says so as of a correction.
void QueryRun::find_or_loosen(Attempt& typed, SearchResponse& response) const {
  find(typed);
  if (!request_.correct || typed.matches.documents.any()) return;
  std::optional<ParsedQuery> loose = without_quotes(typed.query);
  if (!loose) return;
  Attempt other = plan(std::move(*loose));
  if (!finds(other)) return;
  typed = std::move(other);
  response.query.corrected = typed.query.text;
}

// The index has every strong word of the plan.
bool knows_all(const QueryPlan& plan) {
  return !plan.empty() && std::all_of(plan.units.begin(), plan.units.end(),
                                      [](const Unit& u) { return u.weak || u.whole || u.idf > 0; });
}

// A query that finds what it says is never rewritten. One whose words the index lacks is first taken for a
// slip of the keyboard's layout, then for a misspelling.
std::optional<Attempt> QueryRun::better_than(const Attempt& typed) const {
  std::vector<std::string> others;
  const bool plain = std::none_of(
      typed.query.parts.begin(), typed.query.parts.end(),
      [](const QueryPart& part) { return part.phrase || part.exclude || part.text.starts_with('-'); });
  if (plain && !typed.query.parts.empty() && known_share(typed.plan) < kMuchKnown)
    others = repair_input(typed.query.text, index_);
  for (const std::string& text : others) {
    Attempt other = plan(parse_query(text));
    if (knows_all(other.plan) && finds(other)) return other;
  }
  if (const auto corrected = correct_query(typed.query, typed.plan, typed.stem_as, index_)) {
    Attempt other = plan(parse_query(*corrected));
    if (finds(other)) return other;
  }
  return std::nullopt;
}

// Of a document that `plan` has found.
std::vector<Contribution> QueryRun::explanation_of(const Attempt& attempt, const QueryPlan& plan,
                                                   const Evidence& evidence, const Ranked& ranked) const {
  if (ranked.by == FoundBy::meaning) {
    return {{"likeness of meaning", static_cast<double>(ranked.score),
             "section " + std::to_string(ranked.section)}};
  }
  RankingSignals signals{query_signals(plan, attempt.language.latin, attempt.language.lang),
                         document_signals(index_, ranked.number, today_),
                         {},
                         {},
                         click_signals(clicked_, ranked.number)};
  match_signals(plan, evidence, signals.document.title_length, signals.match);
  signals.meaning = meaning_signals(index_, ranked.number, attempt.meaning ? &*attempt.meaning : nullptr);
  return explain(signals);
}

// What the ranking read of a document that it found by the attempt's own plan.
const ReadDocuments::Document* QueryRun::known_document(const Attempt& attempt, const Ranked& ranked) const {
  if (ranked.by != FoundBy::words) return nullptr;
  return thread_read_documents().find(attempt.matches.ranking, ranked.number);
}

Hit QueryRun::make_hit(const Attempt& attempt, const QueryPlan& plan, const Marker& marker,
                       const Ranked& ranked) const {
  thread_local HitRecord record;
  thread_local Evidence gathered;
  thread_local MetaView meta;
  const ReadDocuments::Document* known = known_document(attempt, ranked);
  known == nullptr ? index_.read_hit(ranked.number, record) : index_.read_rest(ranked.number, record);
  const ForwardView forward(known == nullptr ? record.forward : std::string_view(known->forward));
  if (known == nullptr)
    gather_evidence(plan, forward, gathered, request_.explain ? Units::all : Units::strong);
  const Evidence& evidence = known == nullptr ? gathered : known->evidence;
  view_meta(record.meta, meta);
  Hit hit;
  hit.id = meta.id;
  hit.kind = to_string(meta.kind);
  hit.lang = meta.lang;
  hit.title = meta.title;
  hit.title_runs = marker.mark(meta.title, hit.lang);
  hit.url = page_path(meta.kind, meta.lang, meta.id);
  hit.category = meta.category;
  hit.category_name = category_name(index_, meta.category, request_.lang.empty() ? hit.lang : request_.lang);
  hit.updated = meta.updated;
  if (ranked.section < meta.sections.size()) {
    hit.section.anchor = meta.sections[ranked.section].anchor;
    hit.section.path = heading_path(meta.sections, ranked.section);
  }
  hit.snippet = marker.snippet(evidence, forward, record, meta, ranked.section);
  if (hit.snippet.empty() && !meta.summary.empty()) hit.snippet = marker.mark(meta.summary, hit.lang);
  hit.score = static_cast<double>(ranked.score);
  hit.votes = meta.votes;
  hit.answers = meta.answers;
  hit.solved = meta.solved;
  hit.internal = meta.internal;
  hit.by_meaning = ranked.by != FoundBy::words;
  hit.other_language = !request_.lang.empty() && meta.lang != request_.lang;
  if (request_.explain) hit.explanation = explanation_of(attempt, plan, evidence, ranked);
  return hit;
}

const QueryPlan& QueryRun::plan_that_found(const Attempt& attempt, const Ranked& ranked) const {
  const std::string& lang = index_.names().languages[index_.record(ranked.number).language];
  const auto translated = std::find_if(attempt.translated.begin(), attempt.translated.end(),
                                       [&lang](const TranslatedPlan& t) { return t.lang == lang; });
  return ranked.by == FoundBy::translation ? translated->plan : attempt.plan;
}

void QueryRun::add_hits(const Attempt& attempt, SearchResponse& response) const {
  const std::vector<Ranked>& ranked = attempt.matches.ranked;
  const Marker marker(attempt.plan);
  const size_t first = size_t{request_.page - 1} * request_.per_page;
  for (size_t i = first; i < ranked.size() && i < first + request_.per_page; ++i)
    response.hits.push_back(make_hit(attempt, attempt.plan, marker, ranked[i]));
  // On the first page, however many follow: few people look at a second one.
  if (request_.page > 1 || attempt.matches.beside.empty()) return;
  for (const Ranked& r : attempt.matches.beside) {
    const QueryPlan& found_by = plan_that_found(attempt, r);
    response.hits.push_back(make_hit(attempt, found_by, Marker(found_by), r));
  }
}

// A model may know what words mean that the table doesn't know, or not together.
void QueryRun::ask_model(Attempt& a, SearchResponse& response) const {
  const QueryTable* table = index_.query_table();
  if (request_.embedder == nullptr || table == nullptr || meaning_share(a.query, a.plan) == 0) return;
  const auto vector =
      request_.embedder->vector_of(question_of(a.query), index_.site().meaning, table->dimension());
  response.model_missed = !vector;
  if (!vector) return;
  a.meaning = meaning_of_model(*vector, a.language.lang, a.query, a.plan, index_);
  a.meaning_from = a.meaning ? MeaningFrom::model : MeaningFrom::none;
  match_words(a);
}

SearchResponse QueryRun::run() {
  SearchResponse response;
  Attempt& best = best_;
  best = plan(parse_query(request_.text));
  response.query.text = best.query.text;
  response.query.truncated = best.query.truncated;
  std::optional<Attempt> better = request_.correct ? better_than(best) : std::nullopt;
  if (better) {
    best = std::move(*better);
    response.query.corrected = best.query.text;
  } else {
    find_or_loosen(best, response);
  }
  if (found_little(best)) ask_model(best, response);
  if (!best.plan.empty()) {
    put_best_bet_first(index_, best.query.text, best.language.lang, facets_.allowed(best.filters),
                       best.matches);
  }
  look_beside(best);
  response.meaning = best.meaning_from;
  add_hits(best, response);
  response.total = best.matches.total;
  response.total_exact = best.matches.exact;
  response.facets = facets_.count(best.matches.documents, best.filters, request_.lang);
  response.query.lang = best.language.lang;
  response.query.words = best.plan.words;
  response.query.filters = best.filters;
  return response;
}

Candidates QueryRun::candidates(size_t most) {
  Candidates out;
  out.response = run();
  out.words = question_words(best_.plan, index_);
  add_candidates(best_.plan, index_, most, out);
  return out;
}

}  // namespace

Candidates find_candidates(const IndexReader& index, const FacetIndex& facets, const SearchRequest& request,
                           size_t most) {
  return QueryRun(index, facets, request).candidates(most);
}

SearchResponse run_query(const IndexReader& index, const FacetIndex& facets, const SearchRequest& request) {
  return QueryRun(index, facets, request).run();
}

}  // namespace signpost
