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
// All but those with this effect.
std::vector<Route> routes_without(Effect effect);

// The first route that fits a decoded path and is not shut to all; one that takes the method ("GET", "HEAD",
// "POST" ...) before one that does not. A {lang} argument looks like a language: two or three small letters,
// perhaps "-" and more.
std::optional<RouteMatch> find_route(std::span<const Route> among, std::string_view method,
                                     std::string_view path);

bool takes_method(const Door& door, std::string_view method);

// What an operation is called with: what its path's {names} stand for, and of the query and the headers what
// it declares.
Parameters arguments_of(const RouteMatch& match, const Request& request);

// Of addresses that no route has, too: what lies below /api is for programs of every origin, so that they can
// read what is wrong; all else is for people.
Origins origins_at(const std::optional<RouteMatch>& match, std::string_view path);
Reader reader_at(const std::optional<RouteMatch>& match, std::string_view path);

// Of all routes at a decoded path: "GET, HEAD", "POST", "GET, HEAD, POST"; with OPTIONS where scripts of
// other origins may call. Where there is nothing, all that could be there.
std::string allowed_methods(std::span<const Route> among, std::string_view path);

}  // namespace signpost
