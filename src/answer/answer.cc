// answer.cc - takes the likeliest quotation from the best sections, or says why there is none.
//
// The search decides which documents can answer: the first kCandidateHits in the reader's language, and of
// each the sections with most of the question. Everything in them that can be quoted (stretches.h) gets its
// signals and from these a promise; the most promising is the answer, if its confidence is high enough; but
// where the question stands as a heading, what its author wrote below it is. What
// may not be quoted at all is left out before, but not in silence: had it been the answer, the refusal says
// so.
#include "answer/answer.h"

#include <algorithm>
#include <chrono>

#include "answer/account_questions.h"
#include "answer/answer_signals.h"
#include "answer/confidence.h"
#include "answer/pinned_answers.h"
#include "answer/question_shape.h"
#include "answer/quote_html.h"
#include "answer/site_policy.h"
#include "answer/standing.h"
#include "answer/word_patterns.h"
#include "base/dates.h"
#include "base/sha256.h"
#include "content/versions.h"

namespace signpost {
namespace {

constexpr uint32_t kCandidateHits = 5;
constexpr size_t kMostOthers = 5;
constexpr float kNamedSureness = 0.95F;  // of what stands below the question itself

// What is called as the question asks.
struct Named {
  std::optional<Quotation> answer;
  std::optional<Quotation> lead;  // of an article that has no steps there, though it is asked what to do
};

bool ends_as_question(std::string_view heading) { return heading.ends_with('?') || heading.ends_with("？"); }

class Answering {
 public:
  Answering(const Searcher& searcher, const AnswerRequest& request)
      : searcher_(searcher), settings_(searcher.site().answers), request_(request) {
    SearchRequest search = request.search;
    search.page = 1;
    const uint32_t most = kCandidateHits + (request.without.empty() ? 0U : 1U);
    search.per_page = std::max(search.per_page, most);
    versions_ = request.version.empty() ? versions_in(search.text) : std::vector{request.version};
    today_ = search.today != 0 ? search.today : day_of_clock();
    candidates_ = searcher.candidates(search, most);
  }

  AnswerResponse run() {
    AnswerResponse out;
    lang_ = candidates_.response.query.lang;
    asked_ = asks_for(request_.search.text, lang_);
    out.usual_threshold = answer_threshold(settings_, lang_).value_or(usual_threshold(lang_));
    out.threshold = request_.threshold >= 0 ? request_.threshold : out.usual_threshold;
    if (settings_.on) decide(out);
    add_others(out);
    out.search = std::move(candidates_.response);
    if (out.search.hits.size() > request_.search.per_page) out.search.hits.resize(request_.search.per_page);
    return out;
  }

 private:
  // What people have fixed comes first, then what is called so, then what no article can answer.
  void decide(AnswerResponse& out) const {
    const std::vector<Considered> fresh = likeliest_first(allowed(false));
    if (request_.search.explain) explain(fresh, out);
    const bool names_count = out.threshold <= kNamedSureness;
    out.quotation = pinned();
    out.chosen_by = ChosenBy::hand;
    Named named;
    if (!out.quotation) {
      if (names_count) named = find_named();
      out.quotation = std::move(named.answer);
      out.chosen_by = ChosenBy::name;
    }
    if (out.quotation) return;
    const AccountQuestion account =
        is_account_question(request_.search.text, request_.search.lang, settings_);
    const bool sure = !fresh.empty() && fresh.front().confidence >= out.threshold;
    if (account == AccountQuestion::certain || (account == AccountQuestion::weak && !sure)) {
      out.refusal = RefusalReason::account;
    } else if (sure) {
      out.quotation = quote(fresh.front());
      out.chosen_by = ChosenBy::confidence;
    } else {
      out.quotation = std::move(named.lead);
    }
    if (!out.quotation && !out.refusal) out.refusal = refusal(out.threshold);
  }

  // What people have fixed for this question, unless it was said that it doesn't help.
  std::optional<Quotation> pinned() const {
    const auto place = pinned_answer(searcher_.index(), request_.search.text, lang_);
    if (!place || rejected(place->id, place->anchor) || place->id == request_.without) return std::nullopt;
    const QuotableDocument document(searcher_.index(), place->document);
    const auto section = document.find_section(place->anchor);
    if (!section || is_outdated(document) || is_never_quoted(settings_, document)) return std::nullopt;
    return what_comes_first(document, *section, document.section(*section), 1);
  }

  // Of what is known to answer: its steps, where it is asked what to do, else its beginning.
  std::optional<Quotation> what_comes_first(const QuotableDocument& document, size_t section,
                                            const SectionText& text, float sureness) const {
    const size_t characters = passage_characters(document.meta().lang);
    const std::vector<Stretch> stretches = stretches_of(text, pieces_of(text, characters), characters);
    if (stretches.empty()) return std::nullopt;
    const auto steps = std::find_if(stretches.begin(), stretches.end(),
                                    [](const Stretch& s) { return s.kind == AnswerKind::steps; });
    const bool whole_list = steps != stretches.end() && asks_what_to_do(asked_);
    return quote(document, section, text, whole_list ? *steps : stretches.front(), sureness);
  }

  bool is_asked(const std::string& heading) const {
    return (asked_ != Asks::anything || ends_as_question(heading)) &&
           is_question_for(request_.search.text, heading, lang_);
  }

  // What an article or a section is called asks the question: its author wrote the answer there. A title that
  // is typed alone looks for its article.
  Named find_named() const {
    Named out;
    for (const CandidateSection* section : allowed(false)) {
      if (std::optional<Quotation> lead = named_lead(*section)) {
        // The way to do it may stand further down.
        if (!asks_what_to_do(asked_) || lead->kind == AnswerKind::steps) return {std::move(lead), {}};
        if (!out.lead) out.lead = std::move(lead);
      }
      if (!is_asked(document(*section).meta().sections[section->section].heading)) continue;
      out.answer = what_comes_first(document(*section), section->section, section->text, kNamedSureness);
      if (out.answer) return out;
    }
    return out;
  }

  // What the article of a section begins with, where its title asks the question.
  std::optional<Quotation> named_lead(const CandidateSection& section) const {
    const QuotableDocument& article = document(section);
    const StoredMeta& meta = article.meta();
    const bool has_lead = meta.kind == Kind::help && meta.sections.front().heading.empty();
    if (!has_lead || rejected(meta.id, "") || !is_asked(meta.title)) return std::nullopt;
    return what_comes_first(article, 0, article.section(0), kNamedSureness);
  }

  const QuotableDocument& document(const CandidateSection& section) const {
    return candidates_.documents[section.hit];
  }
  const std::string& anchor(const CandidateSection& section) const {
    return document(section).meta().sections[section.section].anchor;
  }

  // Past its review, or about other versions than those that were asked for.
  bool is_outdated(const QuotableDocument& document) const {
    if (document.review_by() != 0 && document.review_by() < today_) return true;
    const std::vector<std::string>& ranges = document.fields()[Field::applies_to];
    return !versions_.empty() && std::none_of(versions_.begin(), versions_.end(),
                                              [&](const std::string& v) { return applies(ranges, v); });
  }

  bool rejected(const std::string& id, const std::string& at) const {
    return std::any_of(request_.rejected.begin(), request_.rejected.end(),
                       [&](const RejectedSource& r) { return r.id == id && r.anchor == at; });
  }

  // Of a thread only the accepted answer.
  bool speaks_for_site(const CandidateSection& section) const {
    if (document(section).meta().kind != Kind::community) return true;
    const StoredPost* post = document(section).post_of(section.section);
    return post != nullptr && post->accepted;
  }

  bool is_candidate(const Hit& hit) const { return !hit.other_language && hit.id != request_.without; }

  std::vector<const CandidateSection*> allowed(bool outdated) const {
    std::vector<const CandidateSection*> out;
    std::vector<size_t> hits;
    for (size_t i = 0; i < candidates_.documents.size() && hits.size() < kCandidateHits; ++i) {
      if (is_candidate(candidates_.response.hits[i])) hits.push_back(i);
    }
    for (const CandidateSection& section : candidates_.sections) {
      if (!std::binary_search(hits.begin(), hits.end(), section.hit)) continue;
      const Hit& hit = candidates_.response.hits[section.hit];
      if (is_outdated(document(section)) != outdated || !speaks_for_site(section)) continue;
      if (is_never_quoted(settings_, document(section))) continue;
      if (!rejected(hit.id, anchor(section))) out.push_back(&section);
    }
    return out;
  }

  std::vector<Considered> likeliest_first(const std::vector<const CandidateSection*>& sections) const {
    std::vector<Considered> out = consider(candidates_, sections, request_.search.text, asked_);
    rank_by_promise(out, asked_, lang_, request_.search.explain ? request_.most_considered : 1);
    return out;
  }

  RefusalReason refusal(float threshold) const {
    const std::vector<Considered> outdated = likeliest_first(allowed(true));
    if (!outdated.empty() && outdated.front().confidence >= threshold) return RefusalReason::expired;
    const std::vector<Hit>& hits = candidates_.response.hits;
    return std::any_of(hits.begin(), hits.end(), [this](const Hit& hit) { return is_candidate(hit); })
               ? RefusalReason::low_confidence
               : RefusalReason::no_match;
  }

  static AnswerSource source(const QuotableDocument& document, size_t section) {
    const StoredMeta& meta = document.meta();
    AnswerSource out;
    out.id = meta.id;
    out.lang = meta.lang;
    out.kind = to_string(meta.kind);
    out.title = meta.title;
    out.url = document.url();
    out.updated = meta.updated;
    if (section < meta.sections.size()) {
      out.anchor = meta.sections[section].anchor;
      out.path = heading_path(meta.sections, section);
    }
    return out;
  }

  static AnswerKind kind_of(const QuotableDocument& document, size_t section, AnswerKind stretch) {
    if (stretch != AnswerKind::passage) return stretch;
    const StoredMeta& meta = document.meta();
    if (meta.kind == Kind::community) return AnswerKind::community;
    const std::string& heading = meta.sections[section].heading;
    return meta.category == "faq" || ends_as_question(heading.empty() ? meta.title : heading)
               ? AnswerKind::faq
               : AnswerKind::passage;
  }

  static Quotation quote(const QuotableDocument& document, size_t section, const SectionText& text,
                         const Stretch& stretch, float sureness) {
    Quotation out;
    out.kind = kind_of(document, section, stretch.kind);
    out.text = text.text.substr(stretch.begin, stretch.end - stretch.begin);
    out.html = quote_html(text, stretch);
    out.source = source(document, section);
    out.begin = stretch.begin;
    out.end = stretch.end;
    out.sha256 = sha256_of(text.text);
    out.confidence = sureness;
    return out;
  }
  Quotation quote(const Considered& c) const {
    return quote(document(*c.section), c.section->section, c.section->text, c.stretch, c.confidence);
  }

  void explain(const std::vector<Considered>& considered, AnswerResponse& out) const {
    for (size_t i = 0; i < considered.size() && i < request_.most_considered; ++i) {
      const Considered& c = considered[i];
      out.considered.push_back(
          {quote(c), explain_confidence(c.signals, c.stretch.kind, asked_, lang_), model_inputs(c.signals)});
    }
  }

  static AnswerSource source(const Hit& hit) {
    return {hit.id,           hit.lang,    hit.kind,    hit.title, hit.url, hit.section.anchor,
            hit.section.path, hit.updated, hit.internal};
  }

  void add_others(AnswerResponse& out) const {
    for (const Hit& hit : candidates_.response.hits) {
      if (out.others.size() == kMostOthers) break;
      if (hit.id == request_.without || rejected(hit.id, hit.section.anchor)) continue;
      if (!out.quotation || out.quotation->source.id != hit.id) out.others.push_back(source(hit));
    }
  }

  const Searcher& searcher_;
  const AnswerSettings& settings_;
  const AnswerRequest& request_;
  std::string lang_;                   // of the question
  std::vector<std::string> versions_;  // that are asked about
  uint32_t today_ = 0;
  Candidates candidates_;
  Asks asked_ = Asks::anything;
};

}  // namespace

std::string_view to_string(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::passage:
      return "passage";
    case AnswerKind::steps:
      return "steps";
    case AnswerKind::table_row:
      return "table_row";
    case AnswerKind::code:
      return "code";
    case AnswerKind::faq:
      return "faq";
    case AnswerKind::community:
      return "community";
  }
  return "";
}

std::string_view to_string(ChosenBy chosen) {
  switch (chosen) {
    case ChosenBy::confidence:
      return "confidence";
    case ChosenBy::name:
      return "name";
    case ChosenBy::hand:
      break;
  }
  return "hand";
}

std::string_view to_string(RefusalReason reason) {
  switch (reason) {
    case RefusalReason::no_match:
      return "no_match";
    case RefusalReason::low_confidence:
      return "low_confidence";
    case RefusalReason::expired:
      return "expired";
    case RefusalReason::account:
      return "account";
  }
  return "";
}

AnswerResponse answer(const Searcher& searcher, const AnswerRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  AnswerResponse out = Answering(searcher, request).run();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  out.took_ms = took.count();
  return out;
}

}  // namespace signpost
