// routes.h - the one list of what this service answers.
// Tested by tests/unit/pages/routes_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/context.h"

namespace signpost {

enum class Audience { people, programs };  // decides how an error looks
enum class Tag { none, weak, strong };     // entity tag; weak where an answer holds the time that it took
enum class Keep { no, page, search };      // in which cache of finished responses
enum class Needs { nothing, generation };
enum class LanguageFrom { nothing, path, negotiated };

enum class Ranges { no, single };

// Bytes that are the same for everybody who asks for them, as they are known before they are read.
struct StaticContent {
  std::string hash;  // of the bytes before they are compressed
  std::string content_type;
  bool compressible = false;
};

struct Route {
  std::string_view name;     // for logs
  std::string_view pattern;  // "/api/v1/articles/{id}"; "{path*}" takes the rest; {lang} must be the first
  Response (*handle)(const Context& context);
  Audience audience = Audience::people;
  Tag tag = Tag::strong;
  Keep keep = Keep::no;
  Needs needs = Needs::generation;
  LanguageFrom language = LanguageFrom::negotiated;
  // Of static content, which alone its tag depends on; nullopt when there is none at this address. Null where
  // the answer is made from the whole generation.
  std::optional<StaticContent> (*content)(const Context& context) = nullptr;
  Ranges ranges = Ranges::no;
};

struct RouteMatch {
  const Route* route;
  std::vector<std::string> arguments;  // decoded
};

const std::vector<Route>& routes();

// The first route that fits a decoded path. A {lang} argument looks like a language: two or three small
// letters, perhaps "-" and more.
std::optional<RouteMatch> find_route(std::string_view path);

}  // namespace signpost
