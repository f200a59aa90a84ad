// search_operation.cc - see search_operation.h.
#include "api/search_operation.h"

#include <nlohmann/json.hpp>

#include "api/noticed_search.h"

namespace signpost {
namespace {

Answer answer_search(const OperationContext& context, const Parameters& arguments) {
  const SearchParameters asked = parse_search_parameters(arguments, context.lang);
  if (!asked.errors.empty())
    return problem_answer({400, "A parameter of this search is wrong.", asked.errors});
  const SearchAnswer found = search(context, asked.request);
  Json json = search_json(found.request, found.response);
  json["incidents"] = incidents_json(found.incidents);
  Answer answer = json_answer(json);
  answer.search = facts_of(found);
  answer.noticed = noticed_search(context, found.request, found.response);
  answer.of_this_moment = found.response.model_missed;
  return answer;
}

}  // namespace

std::string facet_value_label(const OperationContext& context, Field facet, const std::string& value,
                              const std::string& label) {
  if (row_of(facet).labels == FieldLabels::texts) {
    const InterfaceTexts& texts = context.texts;
    const auto found = texts.find(std::string(row_of(facet).name) + "_" + value);
    return found == texts.end() ? value : found->second;
  }
  return label.empty() ? value : label;
}

SearchAnswer search_answer(const OperationContext& context, const SearchRequest& request,
                           SearchResponse response) {
  SearchAnswer answer{request, std::move(response), {}};
  for (Facet& facet : answer.response.facets) {
    for (FacetValue& value : facet.values)
      value.label = facet_value_label(context, facet.field, value.value, value.label);
  }
  answer.incidents = incidents_of_search(context, request.text, answer.response.query.filters);
  return answer;
}

std::vector<IncidentEntry> incidents_of_search(const OperationContext& context, const std::string& text,
                                               const Filters& filters) {
  std::vector<std::string_view> about;
  for (const Field field : {Field::category, Field::product})
    about.insert(about.end(), filters[field].begin(), filters[field].end());
  return incidents_concerning(context, text, std::move(about));
}

SearchAnswer search(const OperationContext& context, const SearchRequest& request) {
  SearchRequest asked = request;
  asked.embedder = context.embedder;
  asked.clicks = context.generation->clicks();
  return search_answer(context, asked, context.searcher().search(asked));
}

SearchFacts facts_of(const SearchAnswer& answer) {
  const SearchOutcome outcome = answer.request.text.empty()    ? SearchOutcome::none
                                : answer.response.hits.empty() ? SearchOutcome::nothing
                                                               : SearchOutcome::found;
  return {outcome, answer.response.took_ms};
}

Operation search_operation() {
  return {.door = {.name = "api_search",
                   .path = "/api/v1/search",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated,
                   .tag = Tag::weak,
                   .keep = Keep::search},
          .parameters = search_parameter_list(),
          .answer = answer_search};
}

}  // namespace signpost
