// handlers.h - one function for each resource, from a request to a response. A 404 with an empty body means
// "no such thing"; the caller makes the page or the problem of it, or finds where the thing went.
// Tested by tests/unit/service/app_test.cc and tests/http/api_schema_test.cc.
#pragma once

#include "pages/routes.h"

namespace signpost {

// search_handler.cc: /api/v1/search, /search
Response handle_search(const Context& context);
Response handle_search_page(const Context& context);
// suggest_handler.cc: /api/v1/suggest
Response handle_suggest(const Context& context);
// article_handler.cc: /api/v1/articles/{id}, /articles/{id}[.md], /community/{id}[.md]
Response handle_article(const Context& context);
Response handle_article_page(const Context& context);
Response handle_thread_page(const Context& context);
// category_handler.cc: /api/v1/categories, /{lang}/categories[/{id}]
Response handle_categories(const Context& context);
Response handle_category_page(const Context& context);
Response handle_topics_page(const Context& context);
// home_handler.cc: /
Response handle_home_page(const Context& context);
Response handle_home_without_slash(const Context& context);
// asset_handler.cc: /assets/..., /openapi.json, /favicon.svg
Response handle_asset(const Context& context);
Response handle_brand(const Context& context);
Response handle_openapi(const Context& context);
Response handle_favicon(const Context& context);
std::optional<StaticContent> asset_content(const Context& context);
std::optional<StaticContent> brand_content(const Context& context);
std::optional<StaticContent> openapi_content(const Context& context);
std::optional<StaticContent> favicon_content(const Context& context);
// file_handler.cc: /files/...
Response handle_file(const Context& context);
std::optional<StaticContent> file_content(const Context& context);
// health_handler.cc: /healthz, /readyz
Response handle_health(const Context& context);
Response handle_ready(const Context& context);
// crawler_handler.cc: /sitemap.xml, /sitemaps/..., /robots.txt
std::optional<StaticContent> sitemap_content(const Context& context);
Response handle_sitemap(const Context& context);
Response handle_robots(const Context& context);

}  // namespace signpost
