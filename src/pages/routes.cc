// routes.cc - see routes.h.
#include "pages/routes.h"

#include <algorithm>

#include "content/ids.h"
#include "pages/handlers.h"

namespace signpost {
namespace {

bool looks_like_language(std::string_view text) {
  const size_t primary = std::min(text.find('-'), text.size());
  const auto is_letter = [](char letter) { return letter >= 'a' && letter <= 'z'; };
  return (primary == 2 || primary == 3) && std::all_of(text.begin(), text.begin() + primary, is_letter) &&
         text.size() <= 16;
}

// Takes the text up to the next '/' off the front.
std::string_view next_segment(std::string_view& path) {
  const size_t end = std::min(path.find('/'), path.size());
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return segment;
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& arguments) {
  const bool ends_alike = pattern.ends_with("*}") || pattern.ends_with('/') == path.ends_with('/');
  if (!ends_alike) return false;
  pattern.remove_prefix(1);
  path.remove_prefix(1);
  while (!pattern.empty() && !path.empty()) {
    const std::string_view part = next_segment(pattern);
    if (part.ends_with("*}")) {
      arguments.emplace_back(path);
      return true;
    }
    const std::string_view segment = next_segment(path);
    if (part.starts_with('{')) {
      if (part == "{lang}" ? !looks_like_language(segment) : !is_valid_id(segment)) return false;
      arguments.emplace_back(segment);
    } else if (part != segment) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

}  // namespace

const std::vector<Route>& routes() {
  constexpr auto kPeople = Audience::people;
  constexpr auto kPrograms = Audience::programs;
  constexpr auto kGeneration = Needs::generation;
  static const std::vector<Route> kRoutes = {
      {"api_search", "/api/v1/search", handle_search, kPrograms, Tag::weak, Keep::search},
      {"api_suggest", "/api/v1/suggest", handle_suggest, kPrograms, Tag::strong, Keep::search},
      {"api_article", "/api/v1/articles/{id}", handle_article, kPrograms},
      {"api_categories", "/api/v1/categories", handle_categories, kPrograms},
      {"openapi", "/openapi.json", handle_openapi, kPrograms, Tag::strong, Keep::no, Needs::nothing,
       LanguageFrom::nothing, openapi_content},
      {"health", "/healthz", handle_health, kPrograms, Tag::none, Keep::no, Needs::nothing,
       LanguageFrom::nothing},
      {"ready", "/readyz", handle_ready, kPrograms, Tag::none, Keep::no, Needs::nothing,
       LanguageFrom::nothing},
      {"brand", "/assets/brand.css", handle_brand, kPeople, Tag::strong, Keep::no, Needs::nothing,
       LanguageFrom::nothing, brand_content},
      {"asset", "/assets/{path*}", handle_asset, kPeople, Tag::strong, Keep::no, Needs::nothing,
       LanguageFrom::nothing, asset_content, Ranges::single},
      {"file", "/files/{path*}", handle_file, kPeople, Tag::strong, Keep::no, kGeneration,
       LanguageFrom::nothing, file_content, Ranges::single},
      {"favicon", "/favicon.svg", handle_favicon, kPeople, Tag::strong, Keep::no, Needs::nothing,
       LanguageFrom::nothing, favicon_content},
      {"favicon", "/favicon.ico", handle_favicon, kPeople, Tag::strong, Keep::no, Needs::nothing,
       LanguageFrom::nothing, favicon_content},
      {"sitemap", "/sitemap.xml", handle_sitemap, kPrograms, Tag::strong, Keep::no, kGeneration,
       LanguageFrom::nothing, sitemap_content},
      {"sitemap", "/sitemaps/{path*}", handle_sitemap, kPrograms, Tag::strong, Keep::no, kGeneration,
       LanguageFrom::nothing, sitemap_content},
      {"robots", "/robots.txt", handle_robots, kPrograms, Tag::strong, Keep::no, kGeneration,
       LanguageFrom::nothing},
      {"home", "/", handle_home_page, kPeople, Tag::strong, Keep::page},
      {"search", "/search", handle_search_page, kPeople, Tag::weak, Keep::search},
      {"article", "/articles/{id}", handle_article_page, kPeople, Tag::strong, Keep::page},
      {"thread", "/community/{id}", handle_thread_page, kPeople, Tag::strong, Keep::page},
      {"article", "/{lang}/articles/{id}", handle_article_page, kPeople, Tag::strong, Keep::page, kGeneration,
       LanguageFrom::path},
      {"category", "/{lang}/categories/{id}", handle_category_page, kPeople, Tag::strong, Keep::page,
       kGeneration, LanguageFrom::path},
      {"topics", "/{lang}/categories", handle_topics_page, kPeople, Tag::strong, Keep::page, kGeneration,
       LanguageFrom::path},
      {"home", "/{lang}/", handle_home_page, kPeople, Tag::strong, Keep::page, kGeneration,
       LanguageFrom::path},
      {"home", "/{lang}", handle_home_without_slash, kPeople, Tag::strong, Keep::no, kGeneration,
       LanguageFrom::path},
  };
  return kRoutes;
}

std::optional<RouteMatch> find_route(std::string_view path) {
  if (path.empty() || path[0] != '/') return std::nullopt;
  for (const Route& route : routes()) {
    std::vector<std::string> arguments;
    if (matches(route.pattern, path, arguments)) return RouteMatch{&route, std::move(arguments)};
  }
  return std::nullopt;
}

}  // namespace signpost
