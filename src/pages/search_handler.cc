// search_handler.cc - searching (/search).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/paging.h"
#include "api/search_operation.h"
#include "base/ascii.h"
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

}  // namespace

Response draw_search(const PageContext& context) {
  SearchParameters parameters =
      parse_search_parameters(with_possible_page(context.request.query), context.lang);
  if (!parameters.errors.empty()) return text_response(400, "");
  const uint32_t asked = parameters.request.page;
  const SearchAnswer answer = search_or_last_page(context, parameters.request);
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
  add_categories(context, kTopicsForNothing, "", view);
  Response response = page_response(context, parameters.request.explain ? "explain" : "results", view);
  add_facts(facts_of(answer), response);
  if (found.model_missed) response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
