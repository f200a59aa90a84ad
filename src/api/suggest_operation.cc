// suggest_operation.cc - see suggest_operation.h.
#include "api/suggest_operation.h"

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

constexpr Parameter kStart{.name = "q"};
constexpr Parameter kLimit{
    .name = "limit", .type = ParameterType::number, .least = 1, .most = 20, .otherwise = 8};

Answer answer_suggest(const OperationContext& context, const Parameters& arguments) {
  std::vector<FieldError> errors;
  const SuggestParameters asked{arguments.get(kStart.name).value_or(""),
                                read_number(arguments, kLimit, errors)};
  if (!errors.empty()) return problem_answer({400, "A parameter of this request is wrong.", errors});
  return json_answer(suggestions_json(suggest(context, asked)));
}

}  // namespace

std::vector<Suggestion> suggest(const OperationContext& context, const SuggestParameters& asked) {
  std::vector<Suggestion> found = context.searcher().suggest(asked.text, context.lang, asked.limit);
  for (Suggestion& one : found) {
    if (one.internal == Internal::no) continue;
    // Where it is shown as a place, the page for everybody need not know of it.
    const std::string label = interface_text(context, "internal_" + std::string(to_string(one.internal)));
    one.category_name = one.category_name.empty() ? label : label + " · " + one.category_name;
  }
  return found;
}

Operation suggest_operation() {
  return {.door = {.name = "api_suggest",
                   .path = "/api/v1/suggest",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated,
                   .tag = Tag::strong,
                   .keep = Keep::search},
          .parameters = {kStart, kLanguageParameter, kLimit},
          .answer = answer_suggest};
}

}  // namespace signpost
