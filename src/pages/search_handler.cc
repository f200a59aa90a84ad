// search_handler.cc - searching (/search).
#include <nlohmann/json.hpp>

#include "api/search_operation.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/search_view.h"

namespace signpost {
namespace {

constexpr uint32_t kTopicsForNothing = 24;  // shown where nothing was found

}  // namespace

Response draw_search(const PageContext& context) {
  const SearchParameters parameters = parse_search_parameters(context.request.query, context.lang);
  if (!parameters.errors.empty()) return text_response(400, "");
  const SearchAnswer answer = search(context.operation(), parameters.request);
  const SearchResponse& found = answer.response;
  PageInfo info;
  info.kind = "search";
  info.title = found.query.text.empty() ? context.strings().text("results_title") : found.query.text;
  info.noindex = true;
  info.carried = link_parameters(parameters, found);
  Json view = page_view(context, info);
  view["search"] = search_view(context, parameters, found);
  add_categories(context, kTopicsForNothing, "", view);
  Response response = page_response(context, parameters.request.explain ? "explain" : "results", view);
  add_facts(facts_of(answer), response);
  return response;
}

}  // namespace signpost
