// search_parameters.cc - see search_parameters.h.
#include "api/search_parameters.h"

#include <algorithm>
#include <charconv>

#include "net/url.h"

namespace signpost {
namespace {

constexpr uint32_t kMaxPage = 1000;
constexpr uint32_t kMaxPerPage = 50;

bool parse_flag(const Parameters& query, const std::string& name, bool otherwise,
                std::vector<FieldError>& errors) {
  const auto value = query.get(name);
  if (!value || value->empty()) return otherwise;
  if (*value != "0" && *value != "1") errors.push_back({name, "must be 0 or 1"});
  return *value == "1";
}

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

std::optional<uint32_t> parse_number(const Parameters& query, const std::string& name, uint32_t least,
                                     uint32_t most, std::vector<FieldError>& errors) {
  const auto value = query.get(name);
  if (!value || value->empty()) return std::nullopt;
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  if (error != std::errc() || end != value->data() + value->size() || number < least || number > most) {
    errors.push_back(
        {name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most)});
    return std::nullopt;
  }
  return number;
}

SearchParameters parse_search_parameters(const Parameters& query, const std::string& lang) {
  SearchParameters parsed;
  SearchRequest& request = parsed.request;
  request.text = query.get("q").value_or("");
  request.lang = lang;
  request.page = parse_number(query, "page", 1, kMaxPage, parsed.errors).value_or(1);
  const auto per_page = parse_number(query, "per_page", 1, kMaxPerPage, parsed.errors);
  request.per_page = per_page.value_or(10);
  request.correct = parse_flag(query, "correct", true, parsed.errors);
  request.explain = parse_flag(query, "explain", false, parsed.errors);
  if (!lang.empty() && query.get("lang") == lang) parsed.carried.add("lang", lang);
  if (per_page) parsed.carried.add("per_page", std::to_string(*per_page));
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
