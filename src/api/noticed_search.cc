// noticed_search.cc - see noticed_search.h.
#include "api/noticed_search.h"

#include "answer/question_shape.h"
#include "content/fields.h"

namespace signpost {
namespace {

constexpr size_t kMostFilters = 3;

// Those that documents found have: whatever else somebody puts into an address is not kept.
std::string filters_of(const SearchResponse& found) {
  std::string text;
  size_t filters = 0;
  for (const Facet& facet : found.facets) {
    for (const FacetValue& value : facet.values) {
      if (!value.selected || value.count == 0 || ++filters > kMostFilters) continue;
      text += (text.empty() ? "" : "&") + std::string(row_of(facet.field).name) + "=" + value.value;
    }
  }
  return text;
}

void add_answer(const AnswerResponse& answer, Noticed& noticed) {
  if (answer.quotation) {
    noticed.answer = Noticed::AnswerState::quoted;
    noticed.article = answer.quotation->source.id;
    noticed.article_lang = answer.quotation->source.lang;
  } else if (answer.refusal) {
    noticed.answer = Noticed::AnswerState::refused;
    noticed.refusal = to_string(*answer.refusal);
  }
}

std::shared_ptr<Noticed> search_of(const OperationContext& context, const SearchRequest& request,
                                   const SearchResponse& found) {
  if (!context.is_counted || request.text.empty()) return nullptr;
  auto noticed = std::make_shared<Noticed>();
  noticed->kind = Noticed::Kind::search;
  noticed->lang = context.lang;
  noticed->text = found.query.text;
  noticed->filters = filters_of(found);
  noticed->generation = context.searcher().name();
  noticed->hits = found.hits.empty() ? 0 : std::max(found.total, uint64_t{found.hits.size()});
  noticed->corrected = found.query.corrected.has_value();
  noticed->first_position = static_cast<uint16_t>((request.page - 1) * request.per_page + 1);
  noticed->shown.reserve(found.hits.size());
  for (const Hit& hit : found.hits) noticed->shown.push_back(hit.id);
  return noticed;
}

}  // namespace

NoticedPointer noticed_search(const OperationContext& context, const SearchRequest& request,
                              const SearchResponse& found) {
  return search_of(context, request, found);
}

NoticedPointer noticed_results(const OperationContext& context, const AnswerRequest& request,
                               const AnswerResponse& answer, const SearchResponse& found) {
  if (!context.is_counted) return nullptr;
  const bool asks =
      answer.quotation || !request.rejected.empty() || is_question(found.query.text, request.search.lang);
  return asks ? noticed_question(context, request, answer, found)
              : noticed_search(context, request.search, found);
}

NoticedPointer noticed_question(const OperationContext& context, const AnswerRequest& request,
                                const AnswerResponse& answer, const SearchResponse& found) {
  auto noticed = search_of(context, request.search, found);
  if (!noticed) return nullptr;
  noticed->rejects = !request.rejected.empty();
  add_answer(answer, *noticed);
  return noticed;
}

NoticedPointer noticed_deed(const OperationContext& context, Noticed::Kind kind, const std::string& article,
                            const std::string& article_lang) {
  if (!context.is_counted) return nullptr;
  auto noticed = std::make_shared<Noticed>();
  noticed->kind = kind;
  noticed->lang = context.lang;
  noticed->article = article;
  noticed->article_lang = article_lang;
  return noticed;
}

}  // namespace signpost
