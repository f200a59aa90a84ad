// answer.cc - takes the likeliest quotation from the best sections, or says why there is none.
//
// The search decides which documents can answer: the first kCandidateHits in the reader's language, and of
// each the sections with most of the question. Everything in them that can be quoted (stretches.h) gets its
// signals and from these a confidence; the likeliest is the answer, if it is likely enough. What may not be
// quoted at all is left out before, but not in silence: had it been the answer, the refusal says so.
#include "answer/answer.h"

#include <algorithm>
#include <chrono>

#include "answer/answer_signals.h"
#include "answer/confidence.h"
#include "answer/question_shape.h"
#include "answer/quote_html.h"
#include "base/dates.h"
#include "base/sha256.h"
#include "content/language.h"

namespace signpost {
namespace {

constexpr uint32_t kCandidateHits = 5;
constexpr size_t kMostOthers = 5;

bool is_question(std::string_view heading) { return heading.ends_with('?') || heading.ends_with("？"); }

class Answering {
 public:
  Answering(const Searcher& searcher, const AnswerRequest& request) : request_(request) {
    SearchRequest search = request.search;
    search.page = 1;
    search.per_page = std::max(search.per_page, kCandidateHits + (request.without.empty() ? 0U : 1U));
    today_ = search.today != 0 ? search.today : day_of_clock();
    candidates_ = searcher.candidates(search);
  }

  AnswerResponse run() {
    AnswerResponse out;
    const std::string& lang = candidates_.response.query.lang;
    asked_ = asks_for(request_.search.text, lang);
    out.usual_threshold = built_in_threshold(lang);
    out.threshold = request_.threshold >= 0 ? request_.threshold : out.usual_threshold;
    const std::vector<Considered> fresh = likeliest_first(allowed(false));
    const bool answered = !fresh.empty() && confidence_of(fresh.front()) >= out.threshold;
    if (answered) {
      out.quotation = quote(fresh.front());
    } else {
      out.refusal = refusal(out.threshold);
    }
    if (request_.search.explain) explain(fresh, out);
    add_others(out);
    out.search = std::move(candidates_.response);
    if (out.search.hits.size() > request_.search.per_page) out.search.hits.resize(request_.search.per_page);
    return out;
  }

 private:
  const QuotableDocument& document(const CandidateSection& section) const {
    return candidates_.documents[section.hit];
  }
  const std::string& anchor(const CandidateSection& section) const {
    return document(section).meta().sections[section.section].anchor;
  }

  bool expired(const CandidateSection& section) const {
    const uint32_t review_by = document(section).review_by();
    return review_by != 0 && review_by < today_;
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
    for (size_t i = 0; i < candidates_.response.hits.size() && hits.size() < kCandidateHits; ++i) {
      if (is_candidate(candidates_.response.hits[i])) hits.push_back(i);
    }
    for (const CandidateSection& section : candidates_.sections) {
      if (!std::binary_search(hits.begin(), hits.end(), section.hit)) continue;
      const Hit& hit = candidates_.response.hits[section.hit];
      if (expired(section) != outdated || !speaks_for_site(section)) continue;
      if (!rejected(hit.id, anchor(section))) out.push_back(&section);
    }
    return out;
  }

  float confidence_of(const Considered& c) const { return confidence(c.signals, c.stretch.kind, asked_); }

  std::vector<Considered> likeliest_first(const std::vector<const CandidateSection*>& sections) const {
    std::vector<Considered> out = consider(candidates_, sections, request_.search.text, asked_);
    std::stable_sort(out.begin(), out.end(), [this](const Considered& a, const Considered& b) {
      return confidence_of(a) > confidence_of(b);
    });
    return out;
  }

  RefusalReason refusal(float threshold) const {
    const std::vector<Considered> outdated = likeliest_first(allowed(true));
    if (!outdated.empty() && confidence_of(outdated.front()) >= threshold) return RefusalReason::expired;
    const std::vector<Hit>& hits = candidates_.response.hits;
    return std::any_of(hits.begin(), hits.end(), [this](const Hit& hit) { return is_candidate(hit); })
               ? RefusalReason::low_confidence
               : RefusalReason::no_match;
  }

  AnswerSource source(size_t hit, size_t section) const {
    const QuotableDocument& document = candidates_.documents[hit];
    const StoredMeta& meta = document.meta();
    AnswerSource out{meta.id, meta.lang,   std::string(to_string(meta.kind)), meta.title, document.url(), {},
                     {},      meta.updated};
    if (section < meta.sections.size()) {
      out.anchor = meta.sections[section].anchor;
      out.path = heading_path(meta.sections, section);
    }
    if (!out.anchor.empty()) out.url += '#' + out.anchor;
    return out;
  }

  AnswerKind kind_of(const Considered& c) const {
    if (c.stretch.kind != AnswerKind::passage) return c.stretch.kind;
    const StoredMeta& meta = document(*c.section).meta();
    if (meta.kind == Kind::community) return AnswerKind::community;
    const StoredSection& section = meta.sections[c.section->section];
    return meta.category == "faq" || is_question(section.heading.empty() ? meta.title : section.heading)
               ? AnswerKind::faq
               : AnswerKind::passage;
  }

  Quotation quote(const Considered& c) const {
    const std::string& text = c.section->text.text;
    Quotation out;
    out.kind = kind_of(c);
    out.text = text.substr(c.stretch.begin, c.stretch.end - c.stretch.begin);
    out.html = quote_html(c.section->text, c.stretch);
    out.source = source(c.section->hit, c.section->section);
    out.begin = c.stretch.begin;
    out.end = c.stretch.end;
    Sha256 sum;
    sum.add(text);
    out.sha256 = to_hex(sum.finish());
    out.confidence = confidence_of(c);
    return out;
  }

  void explain(const std::vector<Considered>& considered, AnswerResponse& out) const {
    for (const Considered& c : considered)
      out.considered.push_back(
          {quote(c), explain_confidence(c.signals, c.stretch.kind, asked_), model_inputs(c.signals)});
  }

  void add_others(AnswerResponse& out) const {
    const std::vector<Hit>& hits = candidates_.response.hits;
    for (size_t i = 0; i < hits.size() && out.others.size() < kMostOthers; ++i) {
      if (hits[i].id == request_.without || rejected(hits[i].id, hits[i].section.anchor)) continue;
      if (out.quotation && out.quotation->source.id == hits[i].id) continue;
      const auto section = candidates_.documents[i].find_section(hits[i].section.anchor);
      out.others.push_back(source(i, section.value_or(0)));
    }
  }

  const AnswerRequest& request_;
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
