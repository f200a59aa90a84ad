// categories_operation_test.cc - categories in pages, and the articles of one.
#include "api/categories_operation.h"

#include <gtest/gtest.h>

#include "open_test_generation.h"

namespace signpost {
namespace {

using testing::operation_context;

TEST(CategoriesOperation, AreInPages) {
  const OperationContext context = operation_context("en");
  const CategoryList all = categories(context, {});
  ASSERT_EQ(all.categories.size(), 2u);
  EXPECT_EQ(all.total, 2u);
  EXPECT_EQ(all.pages, 1u);
  const CategoryList second = categories(context, {.page = 2, .per_page = 1});
  ASSERT_EQ(second.categories.size(), 1u);
  EXPECT_EQ(second.categories[0].id, all.categories[1].id);
  EXPECT_EQ(second.pages, 2u);
  EXPECT_TRUE(categories(context, {.page = 3, .per_page = 1}).categories.empty());
  EXPECT_TRUE(categories(context, {.page = 1'000'000, .per_page = 200}).categories.empty());
}

TEST(CategoriesOperation, OneHasItsArticles) {
  const OperationContext context = operation_context("en");
  const auto setup = category(context, {.id = "setup", .per_page = 1});
  ASSERT_TRUE(setup.has_value());
  EXPECT_EQ(setup->category.name, "Setup");
  EXPECT_EQ(setup->articles.size(), 1u);
  EXPECT_EQ(setup->pages, setup->category.count);
  const auto beyond = category(context, {.id = "setup", .page = 100, .per_page = 1});
  ASSERT_TRUE(beyond.has_value());
  EXPECT_TRUE(beyond->articles.empty());
  EXPECT_FALSE(category(context, {.id = "none"}).has_value());
}

}  // namespace
}  // namespace signpost
