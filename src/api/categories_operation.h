// categories_operation.h - the categories of the site, and the articles of one of them, in pages.
// Tested by tests/unit/api/categories_operation_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/operation.h"
#include "search/catalog_types.h"

namespace signpost {

struct CategoriesParameters {
  uint32_t page = 1;  // from 1
  uint32_t per_page = 200;
};

struct CategoryList {
  uint64_t total = 0;
  uint32_t page = 1;
  uint32_t per_page = 0;
  uint64_t pages = 0;                    // that `total` fill
  std::vector<CategoryInfo> categories;  // of this page; none beyond the last
};

CategoryList categories(const OperationContext& context, const CategoriesParameters& asked);

struct CategoryParameters {
  std::string id;
  uint32_t page = 1;  // from 1
  uint32_t per_page = 100;
};

struct CategoryArticles {
  CategoryInfo category;
  uint64_t pages = 1;  // at least one, which may be empty
  std::vector<ArticleRef> articles;
};

// nullopt when there is no such category.
std::optional<CategoryArticles> category(const OperationContext& context, const CategoryParameters& asked);

// Of any list in pages.
inline constexpr Parameter kPageOfList{
    .name = "page", .type = ParameterType::number, .least = 1, .most = 1000000, .otherwise = 1};

Operation categories_operation();

}  // namespace signpost
