// search_handler.cc - searching, for programs (/api/v1/search) and people (/search).
#include <cstdio>
#include <nlohmann/json.hpp>

#include "api/problem.h"
#include "api/search_parameters.h"
#include "pages/handlers.h"
#include "pages/page_view.h"
#include "pages/search_view.h"

namespace signpost {
namespace {

constexpr size_t kTopicsForNothing = 24;  // shown where nothing was found

void add_facts(Response& response, const SearchRequest& request, const SearchResponse& found) {
  const bool is_search = !request.text.empty();
  const SearchOutcome outcome = found.hits.empty() ? SearchOutcome::nothing : SearchOutcome::found;
  response.search = is_search ? outcome : SearchOutcome::none;
  char timing[48];
  std::snprintf(timing, sizeof timing, "search;dur=%.2f", found.took_ms);
  response.headers.emplace_back("Server-Timing", timing);
}

}  // namespace

Response handle_search(const Context& context) {
  const SearchParameters parameters = parse_search_parameters(context.request.query, context.lang);
  if (!parameters.errors.empty()) {
    return problem_response(400, "A parameter of this search is wrong.", parameters.errors);
  }
  const SearchResponse found = context.searcher().search(parameters.request);
  Response response;
  response.content_type = "application/json";
  response.body = to_text(localized_search_json(context, parameters.request, found));
  add_facts(response, parameters.request, found);
  return response;
}

Response handle_search_page(const Context& context) {
  const SearchParameters parameters = parse_search_parameters(context.request.query, context.lang);
  if (!parameters.errors.empty()) return text_response(400, "");
  const SearchResponse found = context.searcher().search(parameters.request);
  PageInfo info;
  info.kind = "search";
  info.title = found.query.text.empty() ? context.strings().text("results_title") : found.query.text;
  info.noindex = true;
  info.carried = link_parameters(parameters, found);
  Json view = page_view(context, info);
  view["search"] = search_view(context, parameters, found);
  add_categories(context, kTopicsForNothing, "", view);
  view["popular"] =
      found.hits.empty() ? ref_views(context, context.searcher().popular(context.lang, 5)) : Json::array();
  Response response = page_response(context, parameters.request.explain ? "explain" : "results", view);
  add_facts(response, parameters.request, found);
  return response;
}

}  // namespace signpost
