// search_handler.cc - searching (/search).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/answer_operation.h"
#include "api/answer_parameters.h"
#include "api/channels_operation.h"
#include "api/noticed_search.h"
#include "api/paging.h"
#include "api/search_operation.h"
#include "base/ascii.h"
#include "net/url.h"
#include "pages/answer_view.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/search_view.h"

namespace signpost {
namespace {

constexpr uint32_t kTopicsForNothing = 24;  // shown where nothing was found

// The API refuses numbers of pages beyond the last that any search may have; for people they are beyond the
// end like others.
Parameters with_possible_page(const Parameters& query) {
  const std::string page = query.get("page").value_or("");
  const bool is_large = page.size() > 3 && std::all_of(page.begin(), page.end(), is_digit);
  return is_large ? query.without("page").with("page", "1000") : query;
}

// Where the page asked for has nothing and others have, `request` becomes one for the last of them; the first
// where how many there are was an estimate.
SearchAnswer search_or_last_page(const PageContext& context, SearchRequest& request) {
  SearchAnswer answer = search(context.operation(), request);
  const uint64_t last = page_count(answer.response.total, request.per_page);
  for (const uint64_t page : {std::max(last, uint64_t{1}), uint64_t{1}}) {
    if (!answer.response.hits.empty() || page >= request.page) continue;
    request.page = static_cast<uint32_t>(page);
    answer = search(context.operation(), request);
  }
  return answer;
}

// Why nothing is quoted, where somebody wants to know: results follow, and those who only searched have them.
std::string worth_saying(const Strings& strings, const AnswerResponse& found, bool is_retried) {
  if (is_retried) return strings.text("answer_none_left");
  if (found.refusal == RefusalReason::account) return strings.text("refusal_account");
  if (found.refusal == RefusalReason::expired) return strings.text("refusal_expired");
  return "";
}

// What answer.html shows above the results.
Json view_of_answer(const PageContext& context, const AnswerResponse& found, const Parameters& asked) {
  if (found.quotation) {
    const bool answered = context.request.query.get(kAnsweredParameter) == "1";
    return {{"shown", true},
            {"quotation", quotation_view(context, *found.quotation, {"/search", asked, answered})}};
  }
  const bool is_retried = !asked.all(kRejected.name).empty();
  const std::string text = worth_saying(context.strings(), found, is_retried);
  if (text.empty()) return {{"shown", false}};
  const bool wants_people = is_retried || found.refusal == RefusalReason::account;
  const Json ways = wants_people ? ways_to_people(context, asked) : Json::array();
  return {{"shown", true}, {"refusal_text", text}, {"has_ways", !ways.empty()}, {"ways", ways}};
}

// `link`: what leads to this page of results again.
void add_answer(const PageContext& context, const AnswerResponse& found, const AnswerParameters& question,
                const Parameters& link, Json& view) {
  Parameters asked = link;
  for (const std::string& name : question.carried.all(kRejected.name)) asked.add(kRejected.name, name);
  view["answer"] = view_of_answer(context, found, asked);
  view["answer"]["why"] = why_view(context, question.request.rejected);
  view["considered"] = considered_views(context, found);
  view["has_considered"] = !found.considered.empty();
  view["threshold"] = rounded(found.threshold);
  if (!question.request.search.explain) return;
  view["choice"] = choice_text(context.strings(), found);
  if (found.quotation) view["chosen"] = source_views(context, {found.quotation->source});
}

// The first page of results, which has an answer as well; whose search is that of the results.
struct FirstPage {
  SearchAnswer results;
  AnswerResponse answer;
};

FirstPage first_page(const PageContext& context, const AnswerRequest& request) {
  AnswerResponse found = find_answer(context.operation(), request);
  SearchAnswer results = search_answer(context.operation(), request.search, std::move(found.search));
  return {std::move(results), std::move(found)};
}

}  // namespace

Response draw_search(const PageContext& context) {
  SearchParameters parameters =
      parse_search_parameters(with_possible_page(context.request.query), context.lang);
  AnswerParameters question = parse_answer_parameters(context.request.query, context.lang);
  if (!parameters.errors.empty() || !question.errors.empty()) return text_response(400, "");
  const uint32_t asked = parameters.request.page;
  const bool wants_answer = asked == 1 && !parameters.request.text.empty() && context.site().answers.on;
  question.request.search = parameters.request;
  const FirstPage first = wants_answer ? first_page(context, question.request) : FirstPage{};
  const SearchAnswer answer = wants_answer ? first.results : search_or_last_page(context, parameters.request);
  const SearchResponse& found = answer.response;
  PageInfo info;
  info.kind = "search";
  info.title = found.query.text.empty() ? context.strings().text("results_title") : found.query.text;
  info.noindex = true;
  info.incidents = answer.incidents;
  info.carried = link_parameters(parameters, found);
  Json view = page_view(context, info);
  view["search"] = search_view(context, parameters, found);
  view["search"]["beyond_end"] = parameters.request.page != asked && !found.hits.empty();
  if (has_channels(context.operation()))
    view["search"]["contact_url"] =
        with_query(contact_path(context.lang), Parameters().with("q", found.query.text));
  view["ask_url"] = asking_url(context);
  add_categories(context, kTopicsForNothing, "", view);
  if (wants_answer) add_answer(context, first.answer, question, info.carried, view);
  Response response = page_response(context, parameters.request.explain ? "explain" : "results", view);
  add_facts(facts_of(answer), response);
  response.noticed = wants_answer
                         ? noticed_results(context.operation(), question.request, first.answer, found)
                         : noticed_search(context.operation(), parameters.request, found);
  if (found.model_missed) response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
