// search_view.cc - see search_view.h.
#include "http/search_view.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "http/page_view.h"
#include "http/url.h"

namespace signpost {
namespace {

constexpr uint64_t kPageLinks = 7;
constexpr const char* kFacets[] = {"kind", "category", "product", "level", "tag"};

bool is_search_parameter(const std::string& name) {
  static constexpr const char* kOthers[] = {"q", "lang", "correct", "explain", "per_page"};
  const auto is_name = [&](const char* known) { return name == known; };
  return std::any_of(std::begin(kFacets), std::end(kFacets), is_name) ||
         std::any_of(std::begin(kOthers), std::end(kOthers), is_name);
}

// The state that links to other views of the same search carry on: all but the page and what we don't know.
Parameters carried(const Parameters& query) {
  std::vector<std::pair<std::string, std::string>> items;
  for (const auto& item : query.items()) {
    if (is_search_parameter(item.first) && !item.second.empty()) items.push_back(item);
  }
  return Parameters(std::move(items));
}

std::string search_url(const Parameters& query) { return with_query("/search", query); }

std::string page_link(const Parameters& query, uint64_t page) {
  return search_url(page <= 1 ? query : query.with("page", std::to_string(page)));
}

std::string facet_value_label(const Strings& strings, const std::string& facet, const std::string& value,
                              const std::string& label) {
  if (facet == "kind" || facet == "level") return strings.text_or(facet + "_" + value, value);
  return label.empty() ? value : label;
}

void localize(const Strings& strings, Json& facets) {
  for (Json& facet : facets) {
    const std::string name = facet["name"];
    for (Json& value : facet["values"]) {
      value["label"] = facet_value_label(strings, name, value["value"], value["label"]);
    }
  }
}

void decorate_hit(const Context& context, const Hit& hit, Json& view) {
  const Strings& strings = context.strings();
  std::string path = hit.category_name;
  for (const std::string& heading : hit.section.path) path += (path.empty() ? "" : " › ") + heading;
  view["href"] = page_url(hit.url, hit.section.anchor);
  view["path_label"] = path;
  view["kind_label"] = strings.text("kind_" + hit.kind);
  view["is_help"] = hit.kind == "help";
  view["is_community"] = hit.kind == "community";
  view["updated_label"] = strings.date(hit.updated);
  view["votes_label"] = strings.plural("votes", hit.votes);
  view["answers_label"] = strings.plural("answers", hit.answers);
  view["lang_name"] = language_name(context.site(), hit.lang);
  if (!view.contains("explanation")) view["explanation"] = Json::array();
}

// Adds to each value the link that selects it or, when it is selected, takes it away.
void decorate_facets(const Strings& strings, const Parameters& query, Json& facets) {
  for (Json& facet : facets) {
    const std::string name = facet["name"];
    facet["label"] = strings.text("facet_" + name);
    facet["has_values"] = !facet["values"].empty();
    for (Json& value : facet["values"]) {
      value["count"] = format_number(value["count"]);
      const std::string id = value["value"];
      const bool selected = value["selected"];
      value["url"] = search_url(selected ? query.without(name, id) : query.with(name, id));
    }
  }
}

std::string label_of(const Json& facets, const std::string& facet, const std::string& value) {
  for (const Json& candidate : facets) {
    if (candidate["name"] != facet) continue;
    for (const Json& item : candidate["values"]) {
      if (item["value"] == value) return item["label"];
    }
  }
  return "";
}

Json active_filters(const Strings& strings, const Parameters& query, const Json& facets) {
  Json filters = Json::array();
  for (const char* facet : kFacets) {
    for (const std::string& value : query.all(facet)) {
      const std::string label = facet_value_label(strings, facet, value, label_of(facets, facet, value));
      filters.push_back({{"label", label}, {"url", search_url(query.without(facet, value))}});
    }
  }
  return filters;
}

void add_pages(const Parameters& query, uint64_t current, uint64_t pages, Json& view) {
  const uint64_t half = kPageLinks / 2;
  const uint64_t first = std::max<uint64_t>(
      1, std::min(current > half ? current - half : 1, pages > kPageLinks ? pages - kPageLinks + 1 : 1));
  Json links = Json::array();
  for (uint64_t page = first; page <= pages && page < first + kPageLinks; ++page) {
    links.push_back({{"number", page}, {"url", page_link(query, page)}, {"current", page == current}});
  }
  view["has_pages"] = pages > 1;
  view["pages"] = std::move(links);
  view["previous_url"] = current > 1 && pages > 0 ? page_link(query, std::min(current - 1, pages)) : "";
  view["next_url"] = current < pages ? page_link(query, current + 1) : "";
}

Json corrected_view(const Parameters& query, const Understood& understood) {
  if (!understood.corrected) return nullptr;
  return {{"text", *understood.corrected},
          {"original", understood.text},
          {"original_url", search_url(query.without("correct").with("correct", "0"))}};
}

}  // namespace

Json localized_search_json(const Context& context, const SearchRequest& request,
                           const SearchResponse& response) {
  Json json = search_json(request, response);
  localize(context.strings(), json["facets"]);
  return json;
}

Json search_view(const Context& context, const SearchRequest& request, const SearchResponse& response) {
  const Strings& strings = context.strings();
  const Parameters query = carried(context.request.query);
  Json view = localized_search_json(context, request, response);
  view["q"] = request.text;
  view["took_ms"] = std::round(response.took_ms * 10) / 10;  // people need no more digits
  view["has_hits"] = !response.hits.empty();
  view["results_label"] = response.total_exact
                              ? strings.plural("results", static_cast<int64_t>(response.total))
                              : strings.fill("results_about_other", {{"n", format_number(response.total)}});
  view["truncated"] = response.query.truncated;
  view["corrected"] = corrected_view(query, response.query);
  for (size_t i = 0; i < response.hits.size(); ++i) decorate_hit(context, response.hits[i], view["hits"][i]);
  view["active_filters"] = active_filters(strings, query, view["facets"]);
  view["has_active_filters"] = !view["active_filters"].empty();
  decorate_facets(strings, query, view["facets"]);
  Parameters cleared = query;
  for (const char* facet : kFacets) cleared = cleared.without(facet);
  view["clear_url"] = search_url(cleared);
  view["explain_off_url"] = request.explain ? search_url(query.without("explain")) : "";
  add_pages(query, request.page, page_count(response.total, request.per_page), view);
  return view;
}

}  // namespace signpost
