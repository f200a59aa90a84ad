// answer_operation.cc - see answer_operation.h.
#include "api/answer_operation.h"

#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/answer_parameters.h"
#include "api/noticed_search.h"
#include "api/search_operation.h"

namespace signpost {
namespace {

Answer answer_question(const OperationContext& context, const Parameters& arguments) {
  const AnswerParameters asked = parse_answer_parameters(arguments, context.lang);
  if (!asked.errors.empty())
    return problem_answer({400, "A parameter of this question is wrong.", asked.errors});
  const AnswerResponse found = find_answer(context, asked.request);
  // First, since they are what half of a bad day's questions are about.
  Json json = {{"incidents", incidents_json(incidents_of_search(context, asked.request.search.text,
                                                                found.search.query.filters))}};
  json.update(answer_json(found, asked.request.search.explain));
  Answer answer = json_answer(json);
  answer.of_this_moment = found.search.model_missed;
  answer.noticed = noticed_question(context, asked.request, found, found.search);
  return answer;
}

}  // namespace

AnswerResponse find_answer(const OperationContext& context, const AnswerRequest& request) {
  AnswerRequest asked = request;
  asked.search.embedder = context.embedder;
  asked.search.clicks = context.generation->clicks();
  return answer(context.searcher(), asked);
}

std::string source_url(const AnswerSource& source) { return page_url(source.url, source.anchor); }

Operation answer_operation() {
  return {.door = {.name = "api_answer",
                   .path = "/api/v1/answer",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated,
                   .tag = Tag::weak,
                   .keep = Keep::search},
          .parameters = answer_parameter_list(),
          .answer = answer_question};
}

}  // namespace signpost
