// categories_operation.cc - see categories_operation.h.
#include "api/categories_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/paging.h"

namespace signpost {
namespace {

constexpr Parameter kTopicsInAnswer{
    .name = "per_page", .type = ParameterType::number, .least = 1, .most = 200, .otherwise = 200};

Answer answer_categories(const OperationContext& context, const Parameters& arguments) {
  std::vector<FieldError> errors;
  CategoriesParameters asked;
  asked.page = read_number(arguments, kPageOfList, errors);
  asked.per_page = read_number(arguments, kTopicsInAnswer, errors);
  if (!errors.empty()) return problem_answer({400, "A parameter of this request is wrong.", errors});
  return json_answer(categories_json(categories(context, asked), context.lang));
}

}  // namespace

CategoryList categories(const OperationContext& context, const CategoriesParameters& asked) {
  std::vector<CategoryInfo> all = context.searcher().categories(context.lang);
  std::erase_if(all, [](const CategoryInfo& category) { return !category.shown; });
  CategoryList list{all.size(), asked.page, asked.per_page, pages_of(all.size(), asked.per_page), {}};
  const size_t first = std::min(size_t{asked.page - 1} * asked.per_page, all.size());
  const size_t last = std::min(first + asked.per_page, all.size());
  for (size_t i = first; i < last; ++i) list.categories.push_back(std::move(all[i]));
  return list;
}

std::optional<CategoryArticles> category(const OperationContext& context, const CategoryParameters& asked) {
  std::vector<CategoryInfo> all = context.searcher().categories(context.lang);
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const CategoryInfo& candidate) { return candidate.id == asked.id; });
  if (found == all.end()) return std::nullopt;
  const uint64_t pages = std::max<uint64_t>(1, pages_of(found->count, asked.per_page));
  std::vector<ArticleRef> articles;
  if (asked.page <= pages)
    articles = context.searcher().category_articles(asked.id, context.lang,
                                                    size_t{asked.page - 1} * asked.per_page, asked.per_page);
  return CategoryArticles{std::move(*found), pages, std::move(articles)};
}

Operation categories_operation() {
  return {.door = {.name = "api_categories",
                   .path = "/api/v1/categories",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated,
                   .tag = Tag::strong},
          .parameters = {kLanguageParameter, kPageOfList, kTopicsInAnswer},
          .answer = answer_categories};
}

}  // namespace signpost
