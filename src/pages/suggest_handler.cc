// suggest_handler.cc - titles and sections while somebody types (/api/v1/suggest).
#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/problem.h"
#include "api/search_parameters.h"
#include "pages/handlers.h"

namespace signpost {

Response handle_suggest(const Context& context) {
  constexpr uint32_t kDefaultLimit = 8;
  constexpr uint32_t kMaxLimit = 20;
  const Parameters& query = context.request.query;
  std::vector<FieldError> errors;
  const uint32_t limit = parse_number(query, "limit", 1, kMaxLimit, errors).value_or(kDefaultLimit);
  if (!errors.empty()) return problem_response(400, "A parameter of this request is wrong.", errors);
  const auto suggestions = context.searcher().suggest(query.get("q").value_or(""), context.lang, limit);
  Response response;
  response.content_type = "application/json";
  response.body = to_text(suggestions_json(suggestions));
  return response;
}

}  // namespace signpost
