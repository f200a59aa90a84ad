// fitting_answers.cc - see fitting_answers.h.
#include "api/fitting_answers.h"

#include <algorithm>
#include <map>

#include "api/addresses.h"
#include "api/answer_operation.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "search/query_syntax.h"

namespace signpost {
namespace {

constexpr size_t kQuestionsAsked = 3;
constexpr size_t kQuoteBytes = 700;
constexpr size_t kMostQuoteBytes = 4000;

std::string lang_of(const OperationContext& context, const RequestDraft& draft) {
  const auto& languages = context.site().languages;
  const bool has_it = std::any_of(languages.begin(), languages.end(),
                                  [&](const Language& one) { return one.code == draft.lang; });
  return has_it ? draft.lang : context.lang;
}

// What they asked last comes first, then what they wrote.
std::vector<std::string> texts_to_search(const RequestDraft& draft) {
  std::vector<std::string> texts;
  const auto& questions = draft.packet.questions;
  for (auto one = questions.rbegin(); one != questions.rend() && texts.size() < kQuestionsAsked; ++one) {
    if (std::find(texts.begin(), texts.end(), *one) == texts.end()) texts.push_back(*one);
  }
  const std::string_view message = trimmed(draft.message);
  texts.emplace_back(message.substr(0, whole_characters(message, kMaxQueryBytes)));
  return texts;
}

// "ID#ANCHOR", as pages name answers; what other programs say may be any text.
std::vector<RejectedSource> rejected_of(const RequestPacket& packet) {
  std::vector<RejectedSource> rejected;
  for (const std::string& answer : packet.answers) {
    const size_t hash = answer.find('#');
    if (hash == std::string::npos || hash == 0) continue;
    rejected.push_back({answer.substr(0, hash), answer.substr(hash + 1)});
  }
  return rejected;
}

bool knows(const RequestPacket& packet, const std::string& id) {
  const auto is_it = [&](const auto& one) { return one.id == id; };
  return std::any_of(packet.read.begin(), packet.read.end(), is_it) ||
         std::any_of(packet.tried.begin(), packet.tried.end(), is_it) ||
         std::any_of(packet.answers.begin(), packet.answers.end(),
                     [&](const std::string& answer) { return answer.starts_with(id + "#"); });
}

AnswerSource source_of(const Hit& hit) {
  return {.id = hit.id,
          .lang = hit.lang,
          .kind = hit.kind,
          .title = hit.title,
          .url = hit.url,
          .anchor = hit.section.anchor,
          .path = hit.section.path,
          .updated = hit.updated};
}

// Those that stand high in several lists come first: reciprocal ranks are added up.
class FittingList {
 public:
  void add(const std::vector<Hit>& hits) {
    for (size_t rank = 0; rank < hits.size(); ++rank) {
      const auto [place, is_new] = scores_.try_emplace({hits[rank].id, hits[rank].lang}, 0.0);
      if (is_new) sources_.push_back(source_of(hits[rank]));
      place->second += 1.0 / static_cast<double>(rank + 1);
    }
  }
  std::vector<FittingArticle> best(const RequestPacket& packet) {
    std::stable_sort(sources_.begin(), sources_.end(), [&](const AnswerSource& a, const AnswerSource& b) {
      return scores_.at({a.id, a.lang}) > scores_.at({b.id, b.lang});
    });
    std::vector<FittingArticle> articles;
    for (const AnswerSource& source : sources_) {
      if (articles.size() < kMostFitting) articles.push_back({source, knows(packet, source.id)});
    }
    return articles;
  }

 private:
  std::map<std::pair<std::string, std::string>, double> scores_;  // of id and language
  std::vector<AnswerSource> sources_;
};

// Whole blocks, as many as are no more than kQuoteBytes; one in any case.
size_t end_of_quote(const SectionText& section) {
  size_t end = 0;
  for (const TextBlock& block : section.blocks) {
    if (block.parent >= 0) continue;
    if (end > 0 && block.end > kQuoteBytes) break;
    end = block.end;
  }
  if (end == 0) end = section.text.size();
  return whole_characters(section.text, std::min(end, kMostQuoteBytes));
}

}  // namespace

FittingAnswers fitting_answers(const OperationContext& context, const RequestDraft& draft) {
  AnswerRequest asked;
  asked.search.lang = lang_of(context, draft);
  asked.search.clicks = context.generation->clicks();
  asked.rejected = rejected_of(draft.packet);
  FittingAnswers fitting;
  FittingList list;
  for (const std::string& text : texts_to_search(draft)) {
    asked.search.text = text;
    AnswerResponse found = answer(context.searcher(), asked);
    list.add(found.search.hits);
    if (fitting.quotation) continue;
    fitting.question = text;
    fitting.quotation = std::move(found.quotation);
    fitting.refusal = found.refusal;
  }
  fitting.articles = list.best(draft.packet);
  return fitting;
}

std::optional<SectionQuote> quote_section(const OperationContext& context, const std::string& id,
                                          const std::string& lang, const std::string& anchor) {
  const auto document = context.searcher().quotable(id, lang);
  const auto place = document ? document->find_section(anchor) : std::nullopt;
  if (!place) return std::nullopt;
  const SectionText section = document->section(*place);
  const StoredMeta& meta = document->meta();
  return SectionQuote{.text = std::string(trimmed(section.text.substr(0, end_of_quote(section)))),
                      .source = {.id = id,
                                 .lang = lang,
                                 .kind = {},
                                 .title = meta.title,
                                 .url = document->url(),
                                 .anchor = anchor,
                                 .path = {},
                                 .updated = {}}};
}

std::string text_with_source(const OperationContext& context, const std::string& text,
                             const AnswerSource& source) {
  return text + (text.empty() ? "" : "\n\n") + source.title + "\n" +
         absolute_url(context.site(), source_url(source));
}

}  // namespace signpost
