// routes_test.cc - which route takes which path.
#include "service/routes.h"

#include <gmock/gmock.h>

namespace signpost {
namespace {

using ::testing::ElementsAreArray;

TEST(Routes, Match) {
  struct Case {
    const char* path;
    const char* name;  // "" for none
    std::vector<std::string> arguments;
  };
  const Case cases[] = {
      {"/", "home", {}},
      {"/ko/", "home", {"ko"}},
      {"/ko", "home", {"ko"}},
      {"/search", "search", {}},
      {"/articles/install", "article", {"install"}},
      {"/articles/install.md", "article", {"install.md"}},
      {"/pt-br/articles/x", "article", {"pt-br", "x"}},
      {"/community/설치", "thread", {"설치"}},
      {"/en/categories/setup", "category", {"en", "setup"}},
      {"/api/v1/articles/a", "api_article", {"a"}},
      {"/assets/css/app.css", "asset", {"css/app.css"}},
      {"/assets/brand.css", "brand", {}},
      {"/files/a/b.png", "file", {"a/b.png"}},
      {"/articles/", "", {}},
      {"/articles/..", "", {}},
      {"/articles/a b", "", {}},
      {"/articles/a\\b", "", {}},
      {"/articles/<b>", "", {}},
      {"/en/categories/%2e", "", {}},
      {"/articles/a/b", "", {}},
      {"/articles/install/", "", {}},
      {"//articles/a", "", {}},
      {"/Articles/a", "", {}},
      {"/english/articles/a", "", {}},
      {"/EN/articles/a", "", {}},
      {"/api/v1", "", {}},
      {"", "", {}},
      {"x", "", {}},
  };
  for (const Case& test : cases) {
    const auto match = find_route(test.path);
    EXPECT_EQ(match ? match->route->door.name : "", test.name) << test.path;
    if (match) {
      EXPECT_THAT(match->arguments, ElementsAreArray(test.arguments)) << test.path;
    }
  }
}

}  // namespace
}  // namespace signpost
