// search_view.cc - see search_view.h.
#include "pages/search_view.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/shown_text.h"
#include "net/url.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

constexpr size_t kMaxLabelBytes = 160;  // of a filter, as shortened() counts them

std::string search_url(const Parameters& query) { return with_query("/search", query); }

std::string facet_value_label(const Strings& strings, const std::string& facet, const std::string& value,
                              const std::string& label) {
  const auto field = facet_named(facet);
  if (field && row_of(*field).labels == FieldLabels::texts)
    return strings.text_or(facet + "_" + value, value);
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
  Json path = Json::array();
  const auto add_place = [&path](const Json& text) {
    if (text != "") path.push_back({{"text", text}, {"first", path.empty()}});
  };
  add_place(view["category_name"]);
  for (const Json& heading : view["section"]["path"]) add_place(heading);
  view["href"] = page_url(hit.url, hit.section.anchor);
  view["path"] = std::move(path);
  view["plain_title"] = without_bidi_controls(view["title"].get_ref<const std::string&>());
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
    facet["facet_label"] = strings.text("facet_" + name);
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

Json active_filters(const Strings& strings, const Filters& filters, const Parameters& query,
                    const Json& facets) {
  Json active = Json::array();
  for (const Field field : kFacets) {
    const std::string facet(row_of(field).name);
    for (const std::string& value : filters[field]) {
      const std::string label = facet_value_label(strings, facet, value, label_of(facets, facet, value));
      active.push_back(
          {{"label", shortened(label, kMaxLabelBytes)}, {"url", search_url(query.without(facet, value))}});
    }
  }
  return active;
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

Json search_view(const Context& context, const SearchParameters& parameters, const SearchResponse& response) {
  const Strings& strings = context.strings();
  const SearchRequest& request = parameters.request;
  const Parameters query = link_parameters(parameters, response);
  Json view = localized_search_json(context, request, response);
  view["q"] = without_bidi_controls(response.query.text);
  view["took_ms"] = std::round(response.took_ms * 10) / 10;  // people need no more digits
  view["has_hits"] = !response.hits.empty();
  view["results_label"] = response.total_exact
                              ? strings.plural("results", static_cast<int64_t>(response.total))
                              : strings.fill("results_about_other", {{"n", format_number(response.total)}});
  view["truncated"] = response.query.truncated;
  view["corrected"] = corrected_view(query, response.query);
  for (size_t i = 0; i < response.hits.size(); ++i) decorate_hit(context, response.hits[i], view["hits"][i]);
  view["active_filters"] = active_filters(strings, request.filters, query, view["facets"]);
  view["has_active_filters"] = !view["active_filters"].empty();
  view["filters_notice"] =
      request.filters.truncated
          ? strings.fill("filters_truncated", {{"n", std::to_string(view["active_filters"].size())}})
          : "";
  decorate_facets(strings, query, view["facets"]);
  Parameters cleared = query;
  for (const Field field : kFacets) cleared = cleared.without(std::string(row_of(field).name));
  view["clear_url"] = search_url(cleared);
  view["explain_off_url"] = request.explain ? search_url(query.without("explain")) : "";
  add_pages(
      request.page, page_count(response.total, request.per_page),
      [&query](uint64_t page) {
        return search_url(page <= 1 ? query : query.with("page", std::to_string(page)));
      },
      view);
  return view;
}

}  // namespace signpost
