// match.cc - from a plan to the ranked documents, in two passes and within bounds.
//
// The set of all that matches is made in full, as totals and facets need it: documents with an alternative of
// a strong unit, that have every phrase and none of what is excluded. Words are joined by OR; how many of
// them a document has is the ranking's to judge. Whether a phrase stands in a document only its forward
// index knows, so documents that have all its terms are read; kMaxPhraseReads of them for a query. Where
// there are more, the likeliest kPhraseCandidates stand for all; when no reads are left, all that have the
// words do. Either way the total is marked as inexact.
//
// Ranking is done for few. The first pass adds up impacts from the postings (Postings::best) for
// kCandidates, or some more than the pages that were asked for; the second reads the forward index of each,
// gathers evidence, and scores its signals (ranking.h). What the first pass leaves out can't come back, so
// it is generous, and where one language comes first its documents get a first pass of their own: others
// may be so many and so much better that they would crowd it out.
//
// Of a family (translations of one article) one document is shown. With a preferred language that is
// decided before the ranking, by the universe of that language, unless nothing of it matches: better
// another language than nothing. Without one the best of a family stands for it, after the ranking.
//
// The order is: the language asked for, score, the order of lists. The last is a total order, so that the
// same query gives the same page.
#include "search/match.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "content/language.h"
#include "search/idf.h"
#include "search/ranking.h"
#include "search/read_documents.h"

namespace signpost {
namespace {

// Candidates of the first pass that the second one looks at; more find hardly anything better.
constexpr uint32_t kCandidates = 36;
constexpr float kWeightSteps = 64;           // of the first pass, for one unit of weight times idf
constexpr uint32_t kMaxPhraseReads = 3000;   // documents read for the phrases of a query
constexpr uint32_t kPhraseCandidates = 500;  // where that is too few for a phrase: the best of its documents

class Matcher {
 public:
  Matcher(const QueryPlan& plan, const Filters& filters, const MatchOptions& options,
          const IndexReader& index, const FacetIndex& facets)
      : plan_(plan), filters_(filters), options_(options), index_(index), facets_(facets) {}

  Matches run();
  Matches browse();

 private:
  void match_terms();
  void require_phrases();
  void remove_excluded();
  void choose_language();
  // A variant of the language asked for is as good as itself.
  bool is_own(std::string_view lang) const { return base_language(lang) == base_language(options_.lang); }
  Bitmap documents_with(const Phrase& phrase);
  Bitmap likeliest_with(const Phrase& phrase, const Bitmap& documents);
  std::vector<WeightedTerm> terms(bool weak) const;
  std::vector<Candidate> candidates(const Bitmap& allowed) const;
  void rank(const std::vector<Candidate>& candidates);
  void fold_families();

  const QueryPlan& plan_;
  const Filters& filters_;
  const MatchOptions& options_;
  const IndexReader& index_;
  const FacetIndex& facets_;
  Matches out_;
  uint32_t phrase_reads_left_ = kMaxPhraseReads;
};

void Matcher::match_terms() {
  out_.documents = Bitmap(index_.document_count());
  for (const Unit& unit : plan_.units) {
    if (unit.weak) continue;
    for (const Alternative& a : unit.alternatives) {
      if (a.documents == 0) continue;
      if (a.more_terms.empty()) {
        index_.postings().add_documents(a.term, out_.documents);
      } else {
        out_.documents |= index_.postings().documents_with_all(a.term, a.more_terms);
      }
    }
  }
}

Bitmap Matcher::documents_with(const Phrase& phrase) {
  const std::span<const std::string> terms = phrase.terms;
  Bitmap all = index_.postings().documents_with_all(terms.front(), terms.subspan(1));
  if (phrase.terms.size() < 2) return all;
  if (phrase_reads_left_ == 0) {  // it has the words at least
    out_.exact = false;
    return all;
  }
  if (all.count() > phrase_reads_left_) all = likeliest_with(phrase, all);
  Bitmap found(index_.document_count());
  std::string bytes;
  all.each([&](uint32_t number) {
    --phrase_reads_left_;
    if (has_phrase(phrase, ForwardView(index_.forward(number, bytes)))) found.set(number);
    return true;
  });
  return found;
}

// Of documents that have all words of a phrase those that say most about them: where so many have them that
// reading each would take too long.
Bitmap Matcher::likeliest_with(const Phrase& phrase, const Bitmap& documents) {
  out_.exact = false;
  std::vector<WeightedTerm> terms;
  terms.reserve(phrase.terms.size());
  for (const std::string& term : phrase.terms) terms.push_back({term, 1, {}});
  const uint32_t limit = std::min(kPhraseCandidates, phrase_reads_left_);
  Bitmap likeliest(index_.document_count());
  for (const Candidate& candidate : index_.postings().best(terms, {}, documents, limit))
    likeliest.set(candidate.number);
  return likeliest;
}

void Matcher::require_phrases() {
  for (const Phrase& phrase : plan_.phrases) out_.documents &= documents_with(phrase);
}

void Matcher::remove_excluded() {
  for (const Phrase& phrase : plan_.excluded) out_.documents.subtract(documents_with(phrase));
}

// Of every family one document counts: in the language asked for, or standing in for it.
void Matcher::choose_language() {
  if (!index_.has_translations() || !filters_[Field::language].empty()) return;
  if (!options_.lang.empty()) {
    Bitmap chosen = out_.documents;
    chosen &= index_.universe(options_.lang);
    if (!chosen.any()) return;  // better another language than nothing
    out_.documents = std::move(chosen);
  }
}

std::vector<WeightedTerm> Matcher::terms(bool weak) const {
  std::vector<WeightedTerm> out;
  for (const Unit& unit : plan_.units) {
    if (unit.weak != weak) continue;
    // Stop words are in most documents: to read their long postings would decide nothing.
    if (weak && !unit.cjk) continue;
    for (const Alternative& a : unit.alternatives) {
      if (a.documents == 0) continue;
      const float weight = unit.weight * a.factor * idf(a.documents, index_.document_count());
      const auto steps = static_cast<uint32_t>(std::lround(1 + weight * kWeightSteps));
      // A word typed twice counts twice, and is read once.
      const auto same = std::find_if(out.begin(), out.end(), [&a](const WeightedTerm& term) {
        return term.term == a.term && term.more_terms == a.more_terms;
      });
      if (same == out.end()) {
        out.push_back({a.term, steps, a.more_terms});
      } else {
        same->weight += steps;
      }
    }
  }
  return out;
}

// Of all that may be shown; those in the language asked for are among them, if they come first, even when the
// first pass likes others better.
std::vector<Candidate> Matcher::candidates(const Bitmap& allowed) const {
  const std::vector<WeightedTerm> strong = terms(false);
  if (strong.empty()) return {};
  const std::vector<WeightedTerm> weak = terms(true);
  const uint32_t limit = std::max(kCandidates, options_.wanted + 20);
  std::vector<Candidate> found = index_.postings().best(strong, weak, allowed, limit);
  if (!options_.lang_first || out_.total <= found.size()) return found;
  Bitmap own(index_.document_count());
  for (const std::string& lang : index_.names().languages) {
    if (is_own(lang))
      index_.postings().add_documents(boolean_term(row_of(Field::language).prefix, lang), own);
  }
  own &= allowed;
  for (const Candidate& c : index_.postings().best(strong, weak, own, limit)) {
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const Candidate& f) { return f.number == c.number; });
    if (!known) found.push_back(c);
  }
  return found;
}

void Matcher::rank(const std::vector<Candidate>& found) {
  thread_local RankingSignals signals;
  ReadDocuments& documents = thread_read_documents();
  const auto better = [this](const Ranked& a, const Ranked& b) {
    if (a.tier != b.tier) return a.tier < b.tier;
    if (a.score != b.score) return a.score > b.score;
    return index_.record(a.number).order < index_.record(b.number).order;
  };
  // A search among a few documents comes on top of the one whose hits are made, and those of a page further
  // on are none of the best.
  const bool keeps = options_.among == nullptr && options_.wanted <= ReadDocuments::kMost;
  if (keeps) out_.ranking = documents.start(options_.wanted);
  signals.query = query_signals(plan_, options_.latin_query, options_.lang);
  for (size_t i = 0; i < found.size(); ++i) {
    const Candidate& candidate = found[i];
    if (i + 1 < found.size()) index_.fetch_forward(found[i + 1].number);
    ReadDocuments::Document& document = documents.next();
    document.forward = index_.forward(candidate.number, document.room);
    gather_evidence(plan_, ForwardView(document.forward), document.evidence);
    signals.document = document_signals(index_, candidate.number, options_.today);
    match_signals(plan_, document.evidence, signals.document.title_length, signals.match);
    signals.meaning = meaning_signals(index_, candidate.number, options_.meaning);
    signals.clicks = click_signals(options_.clicked, candidate.number);
    const DocRecord& record = index_.record(candidate.number);
    const bool other = options_.lang_first && !is_own(index_.names().languages[record.language]);
    const float titled =
        signals.query.title_weight == 0 ? 0 : signals.match.title.found / signals.query.title_weight;
    if (!other) {
      out_.covered = std::max(out_.covered, coverage(signals));
      out_.titled = std::max(out_.titled, titled);
    }
    out_.ranked.push_back({candidate.number, signals.match.section, score(signals),
                           static_cast<uint8_t>(other), FoundBy::words, titled});
    if (keeps) documents.offer(out_.ranked.back(), better);
  }
  std::sort(out_.ranked.begin(), out_.ranked.end(), better);
}

// Without a preferred language the best document of a family stands for all of it.
void Matcher::fold_families() {
  if (!index_.has_translations()) return;
  std::vector<uint32_t> seen;
  std::erase_if(out_.ranked, [&](const Ranked& r) {
    const uint32_t family = index_.record(r.number).family;
    if (std::find(seen.begin(), seen.end(), family) != seen.end()) {
      return true;
    }
    seen.push_back(family);
    return false;
  });
}

// Only filters: everything that passes them, in the order of lists.
Matches Matcher::browse() {
  const bool preferred = !options_.lang.empty() && filters_[Field::language].empty();
  out_.documents = index_.universe(preferred ? options_.lang : std::string_view());
  Bitmap filtered = out_.documents;
  filtered &= facets_.allowed(filters_);
  out_.total = filtered.count();
  filtered.each([&](uint32_t number) {
    out_.ranked.push_back({number, 0, 0, 0});
    return true;
  });
  std::sort(out_.ranked.begin(), out_.ranked.end(), [this](const Ranked& a, const Ranked& b) {
    return index_.record(a.number).order < index_.record(b.number).order;
  });
  return std::move(out_);
}

Matches Matcher::run() {
  match_terms();
  require_phrases();
  remove_excluded();
  if (options_.among != nullptr) out_.documents &= *options_.among;
  choose_language();
  Bitmap filtered = out_.documents;
  if (FacetIndex::is_filtered(filters_)) filtered &= facets_.allowed(filters_);
  out_.total = filtered.count();
  rank(candidates(filtered));
  fold_families();
  return std::move(out_);
}

}  // namespace

Matches match(const QueryPlan& plan, const Filters& filters, const MatchOptions& options,
              const IndexReader& index, const FacetIndex& facets) {
  Matcher matcher(plan, filters, options, index, facets);
  return plan.empty() && options.browse ? matcher.browse() : matcher.run();
}

}  // namespace signpost
