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
      {"/widget.js", "widget", {}},
      {"/widget/0123456789ab/texts/en.js", "widget", {"0123456789ab/texts/en.js"}},
      {"/ko/integrations", "integrations", {"ko"}},
      {"/files/a/b.png", "file", {"a/b.png"}},
      {"/mcp", "mcp", {}},  // which takes no GET, and is no language's home either
      {"/mcp/", "", {}},
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
    const auto match = find_route(routes(), "GET", test.path);
    EXPECT_EQ(match ? match->route->door.name : "", test.name) << test.path;
    if (match) {
      EXPECT_THAT(match->arguments, ElementsAreArray(test.arguments)) << test.path;
    }
  }
}

// What a row does not say is refused.
TEST(Routes, ADoorThatDoesNotSayForWhomIsShut) {
  std::vector<Route> doors = {{.door = {.name = "staff", .path = "/staff"}}};
  EXPECT_FALSE(find_route(doors, "GET", "/staff").has_value());
  doors[0].door.audience = Audience::anybody;
  EXPECT_TRUE(find_route(doors, "GET", "/staff").has_value());
  EXPECT_EQ(doors[0].door.origins, Origins::own);
}

TEST(Routes, EachIsOneOperationOrOnePage) {
  for (const Route& route : routes()) {
    EXPECT_NE(route.operation == nullptr, route.page == nullptr) << route.door.path;
    EXPECT_NE(route.door.audience, Audience::nobody) << route.door.path;
    EXPECT_FALSE(route.door.name.empty()) << route.door.path;
    // Whose tag is that of bytes is asked for them before they are read.
    if (route.page != nullptr) {
      EXPECT_EQ(route.door.tag == Tag::bytes, route.page->content != nullptr) << route.door.path;
    }
    // What is sent is answered once, to whom sent it.
    if (route.door.method == Method::post) {
      EXPECT_EQ(route.door.tag, Tag::none) << route.door.path;
      EXPECT_TRUE(route.page != nullptr || !route.operation->takes.empty()) << route.door.path;
    }
    // What is kept is known by its tag.
    if (route.door.keep != Keep::no) {
      EXPECT_NE(route.door.tag, Tag::none) << route.door.path;
    }
  }
}

TEST(Routes, AreFewerWithoutAStore) {
  const std::vector<Route> some = routes_without(Effect::uses_store);
  EXPECT_TRUE(find_route(routes(), "POST", "/api/v1/requests").has_value());
  EXPECT_TRUE(find_route(routes(), "GET", "/ko/requests/x").has_value());
  EXPECT_FALSE(find_route(some, "POST", "/api/v1/requests").has_value());
  EXPECT_FALSE(find_route(some, "GET", "/ko/requests/x").has_value());
  EXPECT_TRUE(find_route(some, "GET", "/search").has_value());
  // What anybody sends is kept there, but for heartbeats, which lie in memory, and what assistants ask.
  for (const Route& route : some) {
    if (route.door.method == Method::post) {
      EXPECT_TRUE(route.door.name == "api_presence" || route.door.name == "mcp") << route.door.path;
    }
  }
}

TEST(Routes, TheApiIsForProgramsOfEveryOrigin) {
  for (const Route& route : routes()) {
    if (!route.door.path.starts_with("/api/")) continue;
    // What visitors send, and hear of it, is between them and this site.
    const bool is_private = route.door.effect == Effect::uses_store;
    EXPECT_EQ(route.door.origins, is_private ? Origins::own : Origins::call) << route.door.path;
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
      {"/widget.js", Origins::call, Reader::programs},
      {"/widget/none", Origins::call, Reader::programs},
      {"/files/a.png", Origins::show, Reader::people},
      {"/healthz", Origins::own, Reader::programs},
      {"/none", Origins::own, Reader::people},
      {"", Origins::own, Reader::people},
  };
  for (const Case& test : cases) {
    const auto match = find_route(routes(), "GET", test.path);
    EXPECT_EQ(origins_at(match, test.path), test.origins) << test.path;
    EXPECT_EQ(reader_at(match, test.path), test.reader) << test.path;
  }
}

// An operation sees what it declares and nothing else: "?path=..." is not the path.
TEST(Routes, ArgumentsAreThoseDeclared) {
  Request request;
  request.query =
      Parameters({{"path", "000001.xml"}, {"id", "b"}, {"lang", "ko"}, {"limit", "3"}, {"q", "a"}});
  const auto arguments = [&](const char* path) {
    return arguments_of(*find_route(routes(), "GET", path), request).items();
  };
  using Items = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(arguments("/sitemap.xml"), Items{});
  EXPECT_EQ(arguments("/sitemaps/000002.xml"), (Items{{"path", "000002.xml"}}));
  EXPECT_EQ(arguments("/api/v1/articles/a"), (Items{{"id", "a"}, {"lang", "ko"}, {"q", "a"}}));
  EXPECT_EQ(arguments("/api/v1/suggest"), (Items{{"lang", "ko"}, {"limit", "3"}, {"q", "a"}}));
}

// A header's value comes from the header alone.
TEST(Routes, ArgumentsOfHeaders) {
  Operation operation;
  operation.door = {
      .name = "make", .path = "/things/{id}", .method = Method::post, .audience = Audience::anybody};
  operation.parameters = {{.name = "lang"}, {.name = "Idempotency-Key", .place = ParameterPlace::header}};
  const std::vector<Route> doors = {{operation.door, &operation, nullptr}};
  const RouteMatch match = *find_route(doors, "POST", "/things/a");
  Request request;
  request.query = Parameters({{"Idempotency-Key", "of the query"}, {"lang", "ko"}});
  using Items = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(arguments_of(match, request).items(), (Items{{"id", "a"}, {"lang", "ko"}}));
  request.headers = {{"lang", "of the headers"}, {"idempotency-key", "k1"}};
  EXPECT_EQ(arguments_of(match, request).items(),
            (Items{{"id", "a"}, {"lang", "ko"}, {"Idempotency-Key", "k1"}}));
}

TEST(Routes, MethodsOfOneAddress) {
  const auto door = [](std::string_view name, std::string_view path, Method method, Origins origins) {
    return Route{
        .door = {
            .name = name, .path = path, .method = method, .audience = Audience::anybody, .origins = origins}};
  };
  std::vector<Route> doors = {door("show", "/form", Method::get, Origins::own),
                              door("send", "/form", Method::post, Origins::own),
                              door("make", "/api/things", Method::post, Origins::call),
                              door("thing", "/api/{id}", Method::get, Origins::call)};
  doors.push_back(door("shut", "/shut", Method::post, Origins::own));
  doors.back().door.audience = Audience::nobody;
  struct Case {
    const char* method;
    const char* path;
    const char* name;  // "" for none
    const char* allowed;
  };
  const Case cases[] = {
      {"GET", "/form", "show", "GET, HEAD, POST"},
      {"HEAD", "/form", "show", "GET, HEAD, POST"},
      {"POST", "/form", "send", "GET, HEAD, POST"},
      {"PUT", "/form", "show", "GET, HEAD, POST"},
      {"POST", "/api/things", "make", "GET, HEAD, POST, OPTIONS"},
      {"GET", "/api/things", "thing", "GET, HEAD, POST, OPTIONS"},
      {"POST", "/api/other", "thing", "GET, HEAD, OPTIONS"},
      {"POST", "/shut", "", "GET, HEAD"},
      {"POST", "/api/x/y", "", "GET, HEAD, OPTIONS"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(std::string(test.method) + " " + test.path);
    const auto match = find_route(doors, test.method, test.path);
    EXPECT_EQ(match ? match->route->door.name : "", test.name);
    EXPECT_EQ(allowed_methods(doors, test.path), test.allowed);
  }
  EXPECT_TRUE(takes_method(doors[1].door, "POST"));
  EXPECT_FALSE(takes_method(doors[1].door, "GET"));
  EXPECT_FALSE(takes_method(doors[0].door, "get")) << "methods have one spelling";
}

}  // namespace
}  // namespace signpost
