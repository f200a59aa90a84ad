// category_handler.cc - categories, for programs (/api/v1/categories) and people (/{lang}/categories/{id}).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "http/handlers.h"
#include "http/page_view.h"

namespace signpost {

Response handle_categories(const Context& context) {
  Response response;
  response.content_type = "application/json";
  const Json json = {
      {"categories", categories_json(context.searcher().categories(context.lang), context.lang)}};
  response.body = to_text(json);
  return response;
}

Response handle_category_page(const Context& context) {
  const std::string& id = context.arguments.back();
  const auto categories = context.searcher().categories(context.lang);
  const auto category = std::find_if(categories.begin(), categories.end(),
                                     [&](const CategoryInfo& candidate) { return candidate.id == id; });
  if (category == categories.end()) return text_response(404, "");
  PageInfo info;
  info.kind = "category";
  info.title = category->name;
  info.description = category->description;
  info.canonical = category_url(id, context.lang);
  for (const Language& language : context.site().languages) {
    info.in_language[language.code] = category_url(id, language.code);
    if (context.site().languages.size() > 1) {
      info.alternates.emplace_back(language.code, category_url(id, language.code));
    }
  }
  Json view = page_view(context, info);
  view["category"] = category_json(*category, context.lang);
  view["category"]["count_label"] = context.strings().plural("articles", category->count);
  view["articles"] = ref_views(context, context.searcher().category_articles(id, context.lang));
  view["has_articles"] = !view["articles"].empty();
  view["categories"] = category_views(context, id);
  view["has_categories"] = categories.size() > 1;
  return page_response(context, "category", view);
}

}  // namespace signpost
