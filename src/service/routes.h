// routes.h - the one list of what this service answers, put together from the tables of those who bring
// addresses, and what follows from it: which address is whose, its methods, who else may call it.
// Tested by tests/unit/service/routes_test.cc.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/operations.h"
#include "pages/pages.h"

namespace signpost {

// One of an operation and a page is there.
struct Route {
  Door door;
  const Operation* operation = nullptr;
  const Page* page = nullptr;
};

struct RouteMatch {
  const Route* route;
  std::vector<std::string> arguments;  // decoded
};

const std::vector<Route>& routes();

// The first route that fits a decoded path and is open to anybody. A {lang} argument looks like a language:
// two or three small letters, perhaps "-" and more.
std::optional<RouteMatch> find_route(std::span<const Route> among, std::string_view path);
std::optional<RouteMatch> find_route(std::string_view path);

// What an operation is called with: what its path's {names} stand for, and of the query what it declares.
Parameters arguments_of(const RouteMatch& match, const Parameters& query);

// Of addresses that no route has, too: what lies below /api is for programs of every origin, so that they can
// read what is wrong; all else is for people.
Origins origins_at(const std::optional<RouteMatch>& match, std::string_view path);
Reader reader_at(const std::optional<RouteMatch>& match, std::string_view path);

// "GET, HEAD"; "GET, HEAD, OPTIONS" where scripts of other origins may call.
std::string_view allowed_methods(Origins origins);

}  // namespace signpost
