// health_operation.cc - see health_operation.h.
#include "api/health_operation.h"

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

Answer answer_health(const OperationContext&, const Parameters&) {
  Answer answer = json_answer(Json{{"status", "ok"}});
  answer.of_this_moment = true;
  return answer;
}

Answer answer_ready(const OperationContext& context, const Parameters&) {
  const auto state = readiness(context);
  if (const auto* problem = std::get_if<Problem>(&state)) return problem_answer(*problem);
  Answer answer = json_answer(readiness_json(std::get<Readiness>(state)));
  answer.of_this_moment = true;
  return answer;
}

}  // namespace

std::variant<Readiness, Problem> readiness(const OperationContext& context) {
  if (context.generation == nullptr) {
    return Problem{503, context.refused.empty()
                            ? "No index has been published yet."
                            : "The published generation " + context.refused + " can't be served."};
  }
  return Readiness{context.searcher().name(), context.generation->content(),
                   context.searcher().document_count(), context.refused};
}

Operation health_operation() {
  return {.door = {.name = "health",
                   .path = "/healthz",
                   .method = Method::get,
                   .effect = Effect::nothing,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs},
          .parameters = {},
          .answer = answer_health};
}

Operation ready_operation() {
  return {.door = {.name = "ready",
                   .path = "/readyz",
                   .method = Method::get,
                   .effect = Effect::nothing,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs},
          .parameters = {},
          .answer = answer_ready};
}

}  // namespace signpost
