// search_view.cc - see search_view.h.
#include "pages/search_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/paging.h"
#include "api/search_operation.h"
#include "api/short_texts.h"
#include "base/shown_text.h"
#include "content/text_direction.h"
#include "net/url.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

std::string search_url(const Parameters& query) { return with_query("/search", query); }

// The heading of an answer is our own word in the language of its thread: here it is in the reader's.
std::string heading_for_reader(const PageContext& context, const Hit& hit, const std::string& heading) {
  if (!hit.other_language || hit.kind != "community") return heading;
  const auto [before, after] = context.services.i18n.strings(hit.lang).around("content_answer_by", "author");
  if (heading.size() <= before.size() + after.size() || !heading.starts_with(before) ||
      !heading.ends_with(after)) {
    return heading;
  }
  const size_t length = heading.size() - before.size() - after.size();
  return context.strings().fill("content_answer_by", {{"author", heading.substr(before.size(), length)}});
}

// Category and headings, down to the section.
Json place_views(const PageContext& context, const Hit& hit) {
  Json places = Json::array();
  const auto add = [&places](const std::string& text) {
    if (!text.empty()) places.push_back({{"text", text}, {"first", places.empty()}});
  };
  add(short_name(hit.category_name));
  for (const std::string& heading : hit.section.path)
    add(short_name(heading_for_reader(context, hit, heading)));
  return places;
}

// Programs read Contribution::what; people get its name in their language: "explain_part_exact_spelling",
// "explain_part_coverage" of "coverage (factor)", "explain_part_votes" of "signal: votes".
std::string contribution_label(const Strings& strings, const std::string& what) {
  constexpr std::string_view kWord = "word: ";
  constexpr std::string_view kSignal = "signal: ";
  if (what.starts_with(kWord)) return strings.fill("explain_word", {{"word", what.substr(kWord.size())}});
  std::string name = what.substr(what.starts_with(kSignal) ? kSignal.size() : 0);
  name = name.substr(0, name.find(" ("));
  std::replace(name.begin(), name.end(), ' ', '_');
  return strings.text_or("explain_part_" + name, what);
}

Json hit_view(const PageContext& context, const Hit& hit) {
  const Strings& strings = context.strings();
  const std::string title = short_title(hit.title);
  return {{"lang", hit.lang},
          {"dir", text_direction(hit.lang)},
          {"lang_badge", hit.other_language ? language_badge(context, hit.lang) : ""},
          {"internal_label", internal_label(strings, hit.internal)},
          {"kind_label", strings.text("kind_" + hit.kind)},
          {"is_community", hit.kind == "community"},
          {"href", page_url(hit.url, hit.section.anchor)},
          {"path", place_views(context, hit)},
          {"title", title},
          {"plain_title", without_bidi_controls(title)},
          {"title_runs", run_views(short_title_runs(hit.title_runs))},
          {"snippet", run_views(short_text_runs(hit.snippet))},
          {"updated_label", strings.date(hit.updated)},
          {"votes_label", strings.plural("votes", hit.votes)},
          {"answers_label", strings.plural("answers", hit.answers)},
          {"solved", hit.solved},
          {"score", rounded(hit.score)},
          {"explanation", explanation_views(strings, hit.explanation)}};
}

// Each value has the link that selects it or, when it is selected, takes it away.
Json facet_view(const Strings& strings, const Parameters& query, const Facet& facet) {
  const std::string name(row_of(facet.field).name);
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"label", short_name(value.label)},
                      {"count", format_number(value.count)},
                      {"selected", value.selected},
                      {"url", search_url(value.selected ? query.without(name, value.value)
                                                        : query.with(name, value.value))}});
  }
  return {{"facet_label", strings.text("facet_" + name)},
          {"has_values", !values.empty()},
          {"values", std::move(values)}};
}

std::string counted_label(const std::vector<Facet>& facets, Field facet, const std::string& value) {
  for (const Facet& candidate : facets) {
    if (candidate.field != facet) continue;
    for (const FacetValue& counted : candidate.values) {
      if (counted.value == value) return counted.label;
    }
  }
  return "";
}

Json active_filters(const PageContext& context, const Filters& filters, const Parameters& query,
                    const std::vector<Facet>& facets) {
  const OperationContext operation = context.operation();
  Json active = Json::array();
  for (const Field field : kFacets) {
    for (const std::string& value : filters[field]) {
      const std::string label =
          facet_value_label(operation, field, value, counted_label(facets, field, value));
      active.push_back(
          {{"label", short_name(label)}, {"url", search_url(query.without(row_of(field).name, value))}});
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

std::string results_label(const Strings& strings, const SearchResponse& response) {
  if (response.total == 0 && !response.hits.empty()) return strings.text("meant_only");
  if (response.total_exact) return strings.plural("results", static_cast<int64_t>(response.total));
  return strings.fill("results_about_other", {{"n", format_number(response.total)}});
}

}  // namespace

Json explanation_views(const Strings& strings, const std::vector<Contribution>& parts) {
  Json lines = Json::array();
  for (const Contribution& part : parts)
    lines.push_back({{"what", contribution_label(strings, part.what)}, {"value", rounded(part.value)}});
  return lines;
}

Json search_view(const PageContext& context, const SearchParameters& parameters,
                 const SearchResponse& response) {
  const Strings& strings = context.strings();
  const SearchRequest& request = parameters.request;
  const Parameters query = link_parameters(parameters, response);
  Parameters cleared = query;
  for (const Field field : kFacets) cleared = cleared.without(row_of(field).name);
  Json hits = Json::array();
  Json meant = Json::array();
  for (const Hit& hit : response.hits) (hit.by_meaning ? meant : hits).push_back(hit_view(context, hit));
  Json facets = Json::array();
  for (const Facet& facet : response.facets) facets.push_back(facet_view(strings, query, facet));
  Json active = active_filters(context, request.filters, query, response.facets);
  const std::string counted = std::to_string(active.size());
  Json view = {{"q", without_bidi_controls(response.query.text)},
               {"results_label", results_label(strings, response)},
               {"corrected", corrected_view(query, response.query)},
               {"truncated", response.query.truncated},
               {"filters_notice",
                request.filters.truncated ? strings.fill("filters_truncated", {{"n", counted}}) : ""},
               {"has_active_filters", !active.empty()},
               {"active_filters", std::move(active)},
               {"clear_url", search_url(cleared)},
               {"facets", std::move(facets)},
               {"has_hits", !response.hits.empty()},
               {"only_meant", hits.empty()},
               {"hits", std::move(hits)},
               {"has_meant", !meant.empty()},
               {"meant", std::move(meant)},
               {"explain_off_url", request.explain ? search_url(query.without("explain")) : ""}};
  add_pages(
      request.page, page_count(response.total, request.per_page),
      [&query](uint64_t page) {
        return search_url(page <= 1 ? query : query.with("page", std::to_string(page)));
      },
      view);
  return view;
}

}  // namespace signpost
