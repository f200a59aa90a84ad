// category_handler.cc - the list of categories (/{lang}/categories), and one with its articles (.../{id}).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/categories_operation.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr uint32_t kArticlesOnPage = 100;
constexpr uint32_t kTopicsOnPage = 60;
constexpr uint32_t kOtherTopics = 24;  // below the articles of one

std::string page_of_list(const std::string& path, uint64_t page) {
  return page <= 1 ? path : with_query(path, Parameters({{"page", std::to_string(page)}}));
}

// A list in pages at one path in each language. `page` is one of `pages`.
PageInfo list_info(const PageContext& context, uint64_t page, uint64_t pages,
                   const std::function<std::string(const std::string& lang)>& path) {
  const std::string here = path(context.lang);
  const auto& languages = context.site().languages;
  PageInfo info;
  info.kind = "category";
  info.canonical = page_of_list(here, page);
  if (page > 1) info.previous = page_of_list(here, page - 1);
  if (page < pages) info.next = page_of_list(here, page + 1);
  for (const Language& language : languages) {
    info.in_language[language.code] = path(language.code);
    // Another language has other articles, and so other pages of them.
    if (page == 1 && languages.size() > 1) info.alternates.emplace_back(language.code, path(language.code));
  }
  return info;
}

// The page asked for; nothing for what is no number. 1 where there is no list at all.
std::optional<uint32_t> asked_page(const PageContext& context) {
  std::vector<FieldError> errors;
  const uint32_t page = read_number(context.request.query, kPageOfList, errors);
  return errors.empty() ? std::optional(page) : std::nullopt;
}

}  // namespace

Response draw_category(const PageContext& context) {
  const std::string& id = context.arguments.back();
  const std::optional<uint32_t> page = asked_page(context);
  const std::optional<CategoryArticles> found =
      category(context.operation(), {.id = id, .page = page.value_or(1), .per_page = kArticlesOnPage});
  if (!found) return text_response(404, "");
  if (!page) return text_response(400, "");
  if (*page > found->pages) return text_response(404, "");
  const auto path = [&id](const std::string& lang) { return category_url(id, lang); };
  PageInfo info = list_info(context, *page, found->pages, path);
  info.incidents = incidents_concerning(context.operation(), "", {id});
  info.title = found->category.name;
  info.description = found->category.description;
  Json view = page_view(context, info);
  view["category"] = category_view(context, found->category);
  view["articles"] = ref_views(context, found->articles);
  view["has_articles"] = !found->articles.empty();
  add_pages(
      *page, found->pages,
      [&](uint64_t number) { return page_of_list(info.in_language[context.lang], number); }, view["pager"]);
  add_categories(context, kOtherTopics, id, view);
  view["has_categories"] = view["categories"].size() > 1;
  return page_response(context, "category", view);
}

Response draw_topics(const PageContext& context) {
  const std::optional<uint32_t> page = asked_page(context);
  if (!page) return text_response(400, "");
  const CategoryList list = categories(context.operation(), {.page = *page, .per_page = kTopicsOnPage});
  const uint64_t pages = std::max<uint64_t>(1, list.pages);
  if (*page > pages) return text_response(404, "");
  PageInfo info = list_info(context, *page, pages, topics_path);
  info.incidents = incidents_concerning(context.operation(), "", {});
  info.title = context.strings().text("category_others");
  Json view = page_view(context, info);
  Json& views = view["categories"] = Json::array();
  for (const CategoryInfo& category : list.categories) views.push_back(category_view(context, category));
  add_pages(
      *page, pages, [&](uint64_t number) { return page_of_list(info.in_language[context.lang], number); },
      view["pager"]);
  return page_response(context, "topics", view);
}

}  // namespace signpost
