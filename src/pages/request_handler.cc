// request_handler.cc - what has become of a request (/{lang}/requests/{code}), for who has its code.
#include <nlohmann/json.hpp>

#include "api/request_operation.h"
#include "base/zoned_time.h"
#include "net/url.h"
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

// The newest first. Who wrote it is not said.
Json answer_views_of(const PageContext& context, const StoredRequest& request) {
  Json views = Json::array();
  for (auto answer = request.answers.rbegin(); answer != request.answers.rend(); ++answer) {
    const ZonedTime time{answer->at, 0};
    views.push_back(
        {{"text", answer->text}, {"time", to_rfc3339(time)}, {"time_label", moment_label(context, time)}});
  }
  return views;
}

// Of the last answer, what they say of it; it is asked as long as they have said nothing.
void add_verdict(const PageContext& context, const StoredRequest& request, Json& view) {
  if (request.answers.empty()) return;
  const AnswerVerdict verdict = request.answers.back().verdict;
  view["asks_verdict"] = verdict == AnswerVerdict::none;
  if (verdict == AnswerVerdict::none) return;
  view["verdict"] = context.strings().text(verdict == AnswerVerdict::helped ? "request_verdict_helped"
                                                                            : "request_verdict_not_helped");
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
      {"changes", change_views(context, *request)},
      {"url", request_url(request->code, context.lang)},
      {"merged", request->is_merged ? context.strings().text("request_merged_detail") : ""},
      {"has_answers", !request->answers.empty()},
      {"answers", answer_views_of(context, *request)}};
  add_verdict(context, *request, view["request"]);
  return kept_to_itself(page_response(context, "request", view));
}

Response take_request_verdict(const PageContext& context) {
  const std::string& code = context.arguments.back();
  const std::string helped = parse_query_string(context.request.body).get("helped").value_or("");
  const auto found = find_request_of(context.operation(), code);
  if (const auto* problem = std::get_if<Problem>(&found))
    return kept_to_itself(problem_page(context, *problem));
  const auto& request = std::get<std::optional<StoredRequest>>(found);
  if (!request) return text_response(404, "");
  if (helped != "yes" && helped != "no") return kept_to_itself(error_page(context, 400));
  const auto verdict = helped == "yes" ? AnswerVerdict::helped : AnswerVerdict::did_not_help;
  if (const auto problem = judge_answer_of(context.operation(), code, verdict))
    return kept_to_itself(problem_page(context, *problem));
  return kept_to_itself(redirect(303, request_url(request->code, context.lang)));
}

}  // namespace signpost
