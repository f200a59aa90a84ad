// routes_test.cc - which route takes which path, and what follows from the tables.
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
      {"/ask", "ask", {}},
      {"/ko/ask", "ask", {"ko"}},
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
      {"/api", "", {}},
      {"/api/", "", {}},
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

// What a row does not say is refused.
TEST(Routes, ADoorThatDoesNotSayForWhomIsShut) {
  std::vector<Route> doors = {{.door = {.name = "staff", .path = "/staff"}}};
  EXPECT_FALSE(find_route(doors, "/staff").has_value());
  doors[0].door.audience = Audience::anybody;
  EXPECT_TRUE(find_route(doors, "/staff").has_value());
  EXPECT_EQ(doors[0].door.origins, Origins::own);
}

TEST(Routes, EachIsOneOperationOrOnePage) {
  for (const Route& route : routes()) {
    EXPECT_NE(route.operation == nullptr, route.page == nullptr) << route.door.path;
    EXPECT_EQ(route.door.audience, Audience::anybody) << route.door.path;
    EXPECT_FALSE(route.door.name.empty()) << route.door.path;
    // Whose tag is that of bytes is asked for them before they are read.
    if (route.page != nullptr) {
      EXPECT_EQ(route.door.tag == Tag::bytes, route.page->content != nullptr) << route.door.path;
    }
    // What is kept is known by its tag.
    if (route.door.keep != Keep::no) {
      EXPECT_NE(route.door.tag, Tag::none) << route.door.path;
    }
  }
}

TEST(Routes, TheApiIsForProgramsOfEveryOrigin) {
  for (const Route& route : routes()) {
    if (!route.door.path.starts_with("/api/")) continue;
    EXPECT_EQ(route.door.origins, Origins::call) << route.door.path;
    EXPECT_EQ(route.door.reader, Reader::programs) << route.door.path;
  }
  struct Case {
    const char* path;
    Origins origins;
    Reader reader;
  };
  const Case cases[] = {
      {"/api", Origins::call, Reader::programs},
      {"/api/", Origins::call, Reader::programs},
      {"/api/v1/none", Origins::call, Reader::programs},
      {"/apis", Origins::own, Reader::people},
      {"/openapi.json", Origins::call, Reader::programs},
      {"/files/a.png", Origins::show, Reader::people},
      {"/healthz", Origins::own, Reader::programs},
      {"/none", Origins::own, Reader::people},
      {"", Origins::own, Reader::people},
  };
  for (const Case& test : cases) {
    const auto match = find_route(test.path);
    EXPECT_EQ(origins_at(match, test.path), test.origins) << test.path;
    EXPECT_EQ(reader_at(match, test.path), test.reader) << test.path;
  }
}

// An operation sees what it declares and nothing else: "?path=..." is not the path.
TEST(Routes, ArgumentsAreThoseDeclared) {
  const Parameters query({{"path", "000001.xml"}, {"id", "b"}, {"lang", "ko"}, {"limit", "3"}, {"q", "a"}});
  const auto arguments = [&](const char* path) { return arguments_of(*find_route(path), query).items(); };
  using Items = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(arguments("/sitemap.xml"), Items{});
  EXPECT_EQ(arguments("/sitemaps/000002.xml"), (Items{{"path", "000002.xml"}}));
  EXPECT_EQ(arguments("/api/v1/articles/a"), (Items{{"id", "a"}, {"lang", "ko"}}));
  EXPECT_EQ(arguments("/api/v1/suggest"), (Items{{"lang", "ko"}, {"limit", "3"}, {"q", "a"}}));
}

}  // namespace
}  // namespace signpost
