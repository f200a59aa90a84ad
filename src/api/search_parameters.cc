// search_parameters.cc - see search_parameters.h.
#include "api/search_parameters.h"

#include <algorithm>

#include "content/language.h"
#include "net/url.h"

namespace signpost {
namespace {

constexpr Parameter kWords{.name = "q"};
constexpr Parameter kCorrect{.name = "correct", .type = ParameterType::flag, .otherwise = 1};
constexpr Parameter kExplain{.name = "explain", .type = ParameterType::flag};

void take_filters(const Parameters& query, SearchParameters& parsed) {
  Filters& filters = parsed.request.filters;
  size_t count = 0;
  size_t bytes = 0;
  for (const auto& [name, value] : query.items()) {
    const auto facet = facet_named(name);
    if (value.empty() || !facet) continue;
    std::vector<std::string>& values = filters[*facet];
    if (std::find(values.begin(), values.end(), value) != values.end()) continue;
    const size_t size =
        value.size() > kMaxFilterBytes ? value.size() : format_query(Parameters({{name, value}})).size();
    if (count == kMaxFilters || bytes + size > kMaxFilterBytes) {
      filters.truncated = true;
      continue;
    }
    ++count;
    bytes += size;
    values.push_back(value);
    parsed.carried.add(name, value);
  }
}

}  // namespace

std::vector<Parameter> question_parameter_list() {
  std::vector<Parameter> list = {kWords, kLanguageParameter};
  for (const Field field : kFacets) {
    const FieldRow& row = row_of(field);
    list.push_back({.name = row.name, .type = ParameterType::texts, .choices = row.vocabulary});
  }
  list.insert(list.end(), {kCorrect, kExplain});
  return list;
}

std::vector<Parameter> search_parameter_list() {
  std::vector<Parameter> list = question_parameter_list();
  list.insert(list.end(), {kResultsPage, kResultsPerPage});
  return list;
}

SearchParameters parse_search_parameters(const Parameters& query, const std::string& lang) {
  SearchParameters parsed;
  SearchRequest& request = parsed.request;
  request.text = query.get(kWords.name).value_or("");
  request.lang = lang;
  request.page = read_number(query, kResultsPage, parsed.errors);
  request.per_page = read_number(query, kResultsPerPage, parsed.errors);
  request.correct = read_flag(query, kCorrect, parsed.errors);
  request.explain = read_flag(query, kExplain, parsed.errors);
  const auto asked = canonical_language(query.get("lang").value_or(""));
  if (asked && language_fit(*asked, lang) != LanguageFit::other) parsed.carried.add("lang", lang);
  if (!query.get(kResultsPerPage.name).value_or("").empty())
    parsed.carried.add(kResultsPerPage.name, std::to_string(request.per_page));
  if (!request.correct) parsed.carried.add("correct", "0");
  if (request.explain) parsed.carried.add("explain", "1");
  take_filters(query, parsed);
  for (const Field field : kFacets) {
    const FieldRow& row = row_of(field);
    for (const std::string& value : request.filters[field]) {
      if (!is_value(row, value))
        parsed.errors.push_back({std::string(row.name), "must be " + alternatives(row)});
    }
  }
  return parsed;
}

Parameters link_parameters(const SearchParameters& parameters, const SearchResponse& response) {
  Parameters link;
  if (!response.query.text.empty()) link.add("q", response.query.text);
  for (const auto& [name, value] : parameters.carried.items()) link.add(name, value);
  return link;
}

}  // namespace signpost
