// health_handler.cc - whether the process lives (/healthz) and whether it can answer questions (/readyz).
#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/problem.h"
#include "pages/handlers.h"

namespace signpost {

Response handle_health(const Context&) {
  Response response;
  response.content_type = "application/json";
  response.body = to_text(Json{{"status", "ok"}});
  response.cache = CachePolicy::no_store;
  return response;
}

Response handle_ready(const Context& context) {
  if (!context.generation) {
    return problem_response(503, context.refused.empty()
                                     ? "No index has been published yet."
                                     : "The published generation " + context.refused + " can't be served.");
  }
  Response response;
  response.content_type = "application/json";
  Json state = {{"status", "ready"},
                {"generation", context.searcher().name()},
                {"content", context.generation->content()},
                {"documents", context.searcher().document_count()}};
  if (!context.refused.empty()) state["refused"] = context.refused;
  response.body = to_text(state);
  response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
