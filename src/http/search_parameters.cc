// search_parameters.cc - see search_parameters.h.
#include "http/search_parameters.h"

#include <charconv>

#include "content/document.h"

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
  request.filters.kinds = query.all("kind");
  request.filters.categories = query.all("category");
  request.filters.tags = query.all("tag");
  request.filters.products = query.all("product");
  request.filters.levels = query.all("level");
  for (const std::string& kind : request.filters.kinds) {
    if (!parse_kind(kind)) parsed.errors.push_back({"kind", "must be help or community"});
  }
  for (const std::string& level : request.filters.levels) {
    if (!parse_level(level)) parsed.errors.push_back({"level", "must be basic, intermediate or expert"});
  }
  request.page = parse_number(query, "page", 1, kMaxPage, parsed.errors).value_or(1);
  request.per_page = parse_number(query, "per_page", 1, kMaxPerPage, parsed.errors).value_or(10);
  request.correct = parse_flag(query, "correct", true, parsed.errors);
  request.explain = parse_flag(query, "explain", false, parsed.errors);
  return parsed;
}

}  // namespace signpost
