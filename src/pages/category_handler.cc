// category_handler.cc - categories, for programs (/api/v1/categories) and people (/{lang}/categories[/{id}]).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/problem.h"
#include "api/search_parameters.h"
#include "net/url.h"
#include "pages/handlers.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

constexpr uint32_t kLastListPage = 1000000;
constexpr uint32_t kArticlesOnPage = 100;
constexpr uint32_t kTopicsOnPage = 60;
constexpr size_t kOtherTopics = 24;         // below the articles of one
constexpr uint32_t kMaxTopicsListed = 200;  // in one answer to a program

std::string page_of_list(const std::string& path, uint64_t page) {
  return page <= 1 ? path : with_query(path, Parameters({{"page", std::to_string(page)}}));
}

// A list in pages at one path in each language. `page` is one of `pages`.
PageInfo list_info(const Context& context, uint64_t page, uint64_t pages,
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
std::optional<uint64_t> asked_page(const Context& context) {
  std::vector<FieldError> errors;
  const uint32_t page = parse_number(context.request.query, "page", 1, kLastListPage, errors).value_or(1);
  return errors.empty() ? std::optional<uint64_t>(page) : std::nullopt;
}

}  // namespace

Response handle_categories(const Context& context) {
  std::vector<FieldError> errors;
  const Parameters& query = context.request.query;
  const uint32_t page = parse_number(query, "page", 1, kLastListPage, errors).value_or(1);
  const uint32_t per_page =
      parse_number(query, "per_page", 1, kMaxTopicsListed, errors).value_or(kMaxTopicsListed);
  if (!errors.empty()) return problem_response(400, "A parameter of this request is wrong.", errors);
  Response response;
  response.content_type = "application/json";
  response.body =
      to_text(categories_json(context.searcher().categories(context.lang), context.lang, page, per_page));
  return response;
}

Response handle_category_page(const Context& context) {
  const std::string& id = context.arguments.back();
  const auto categories = context.searcher().categories(context.lang);
  const auto category = std::find_if(categories.begin(), categories.end(),
                                     [&](const CategoryInfo& candidate) { return candidate.id == id; });
  if (category == categories.end()) return text_response(404, "");
  const std::optional<uint64_t> page = asked_page(context);
  if (!page) return text_response(400, "");
  const uint64_t pages = std::max<uint64_t>(1, pages_of(category->count, kArticlesOnPage));
  if (*page > pages) return text_response(404, "");
  const auto path = [&id](const std::string& lang) { return category_url(id, lang); };
  PageInfo info = list_info(context, *page, pages, path);
  info.title = category->name;
  info.description = category->description;
  Json view = page_view(context, info);
  view["category"] = category_view(context, *category);
  view["articles"] = ref_views(
      context,
      context.searcher().category_articles(id, context.lang, (*page - 1) * kArticlesOnPage, kArticlesOnPage));
  view["has_articles"] = !view["articles"].empty();
  add_pages(
      *page, pages, [&](uint64_t number) { return page_of_list(info.in_language[context.lang], number); },
      view["pager"]);
  add_categories(context, kOtherTopics, id, view);
  view["has_categories"] = categories.size() > 1;
  return page_response(context, "category", view);
}

Response handle_topics_page(const Context& context) {
  const auto categories = context.searcher().categories(context.lang);
  const std::optional<uint64_t> page = asked_page(context);
  if (!page) return text_response(400, "");
  const uint64_t pages = std::max<uint64_t>(1, pages_of(categories.size(), kTopicsOnPage));
  if (*page > pages) return text_response(404, "");
  PageInfo info = list_info(context, *page, pages, topics_path);
  info.title = context.strings().text("category_others");
  Json view = page_view(context, info);
  Json views = Json::array();
  for (size_t i = (*page - 1) * kTopicsOnPage; i < categories.size() && i < *page * kTopicsOnPage; ++i)
    views.push_back(category_view(context, categories[i]));
  view["categories"] = std::move(views);
  add_pages(
      *page, pages, [&](uint64_t number) { return page_of_list(info.in_language[context.lang], number); },
      view["pager"]);
  return page_response(context, "topics", view);
}

}  // namespace signpost
