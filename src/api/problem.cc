// problem.cc - see problem.h.
#include "api/problem.h"

#include <nlohmann/json.hpp>

#include "api/json.h"

namespace signpost {

Response problem_response(int status, const std::string& detail, const std::vector<FieldError>& errors) {
  Json list = Json::array();
  for (const FieldError& error : errors) list.push_back({{"field", error.field}, {"message", error.message}});
  const Json json = {{"type", "about:blank"},
                     {"title", reason_phrase(status)},
                     {"status", status},
                     {"detail", detail},
                     {"errors", std::move(list)}};
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = to_text(json);
  response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
