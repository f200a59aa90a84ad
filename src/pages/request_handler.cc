// request_handler.cc - what has become of a request (/{lang}/requests/{code}), for who has its code.
#include <nlohmann/json.hpp>

#include "api/request_operation.h"
#include "base/zoned_time.h"
#include "pages/error_page.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

// The latest first.
Json change_views(const PageContext& context, const StoredRequest& request) {
  Json views = Json::array();
  for (auto change = request.changes.rbegin(); change != request.changes.rend(); ++change) {
    const ZonedTime time{change->at, 0};
    views.push_back(
        {{"state_label", context.strings().text("request_" + std::string(name_of(change->state)))},
         {"time", to_rfc3339(time)},
         {"time_label", moment_label(context, time)}});
  }
  return views;
}

// The address is what lets somebody see it, so nobody else is to learn it: no search engine, no cache, and no
// site that a link leads to.
Response kept_to_itself(Response response) {
  response.cache = CachePolicy::no_store;
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("X-Robots-Tag", "noindex");
  return response;
}

Response problem_page(const PageContext& context, const Problem& problem) {
  Response response = error_page(context, problem.status);
  if (problem.retry_after > 0)
    response.headers.emplace_back("Retry-After", std::to_string(problem.retry_after));
  return response;
}

}  // namespace

Response draw_request(const PageContext& context) {
  const auto found = find_request_of(context.operation(), context.arguments.back());
  if (const auto* problem = std::get_if<Problem>(&found))
    return kept_to_itself(problem_page(context, *problem));
  const auto& request = std::get<std::optional<StoredRequest>>(found);
  if (!request) return text_response(404, "");
  PageInfo info;
  info.kind = "request";
  info.noindex = true;
  info.title = context.strings().fill("request_title", {{"code", request->code}});
  for (const Language& language : context.site().languages)
    info.in_language[language.code] = request_url(request->code, language.code);
  Json view = page_view(context, info);
  const std::string state(name_of(request->state()));
  view["request"] = {
      {"title", info.title},
      {"state_label", context.strings().text("request_" + state)},
      {"detail", context.strings().text("request_" + state + "_detail")},
      {"is_over", request->state() == RequestState::answered || request->state() == RequestState::closed},
      {"keep", context.strings().fill("request_keep", {{"code", request->code}})},
      {"changes", change_views(context, *request)}};
  return kept_to_itself(page_response(context, "request", view));
}

}  // namespace signpost
