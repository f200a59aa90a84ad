// routes.cc - see routes.h.
#include "service/routes.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/ids.h"
#include "mcp/mcp_operation.h"

namespace signpost {
namespace {

// "/api" is where the API begins, "/mcp" where assistants ask: neither is a language.
bool looks_like_language(std::string_view text) {
  if (text == "api" || text == "mcp") return false;
  const size_t primary = std::min(text.find('-'), text.size());
  const auto is_letter = [](char letter) { return letter >= 'a' && letter <= 'z'; };
  return (primary == 2 || primary == 3) && std::all_of(text.begin(), text.begin() + primary, is_letter) &&
         text.size() <= 16;
}

// Takes the text up to the next '/' off the front.
std::string_view next_segment(std::string_view& path) {
  const size_t end = std::min(path.find('/'), path.size());
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return segment;
}

// A code is typed by people, who put spaces where they like; parse_request_code() says what is one.
bool can_be(std::string_view name, std::string_view segment) {
  if (name == "{lang}") return looks_like_language(segment);
  return name == "{code}" ? !segment.empty() : is_valid_id(segment);
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& arguments) {
  const bool ends_alike = pattern.ends_with("*}") || pattern.ends_with('/') == path.ends_with('/');
  if (!ends_alike) return false;
  pattern.remove_prefix(1);
  path.remove_prefix(1);
  while (!pattern.empty() && !path.empty()) {
    const std::string_view part = next_segment(pattern);
    if (part.ends_with("*}")) {
      arguments.emplace_back(path);
      return true;
    }
    const std::string_view segment = next_segment(path);
    if (part.starts_with('{')) {
      if (!can_be(part, segment)) return false;
      arguments.emplace_back(segment);
    } else if (part != segment) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

bool is_below_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> kRoutes = [] {
    std::vector<Route> all;
    for (const Operation& operation : operations()) all.push_back({operation.door, &operation, nullptr});
    for (const Operation& operation : mcp_operations()) all.push_back({operation.door, &operation, nullptr});
    for (const Page& page : pages()) all.push_back({page.door, nullptr, &page});
    return all;
  }();
  return kRoutes;
}

std::vector<Route> routes_without(Effect effect) {
  std::vector<Route> some = routes();
  std::erase_if(some, [effect](const Route& route) { return route.door.effect == effect; });
  return some;
}

bool takes_method(const Door& door, std::string_view method) {
  switch (door.method) {
    case Method::get:
      return method == "GET" || method == "HEAD";
    case Method::post:
      return method == "POST";
  }
  return false;
}

std::optional<RouteMatch> find_route(std::span<const Route> among, std::string_view method,
                                     std::string_view path) {
  if (path.empty() || path[0] != '/') return std::nullopt;
  std::optional<RouteMatch> first;
  for (const Route& route : among) {
    std::vector<std::string> arguments;
    if (route.door.audience == Audience::nobody || !matches(route.door.path, path, arguments)) continue;
    if (takes_method(route.door, method)) return RouteMatch{&route, std::move(arguments)};
    if (!first) first = RouteMatch{&route, std::move(arguments)};
  }
  return first;
}

Parameters arguments_of(const RouteMatch& match, const Request& request) {
  Parameters arguments;
  auto value = match.arguments.begin();
  std::string_view pattern = match.route->door.path;
  for (size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{')) {
    pattern.remove_prefix(at + 1);
    arguments.add(pattern.substr(0, pattern.find_first_of("*}")), *value++);
  }
  const std::vector<Parameter>& declared = match.route->operation->parameters;
  for (const auto& [name, text] : request.query.items()) {
    if (std::any_of(declared.begin(), declared.end(), [&name = name](const Parameter& one) {
          return one.place == ParameterPlace::query && one.name == name;
        }))
      arguments.add(name, text);
  }
  for (const Parameter& one : declared) {
    if (one.place != ParameterPlace::header) continue;
    if (const std::string text = request.header(lower_case(one.name)); !text.empty())
      arguments.add(one.name, text);
  }
  return arguments;
}

Origins origins_at(const std::optional<RouteMatch>& match, std::string_view path) {
  if (match) return match->route->door.origins;
  return is_below_api(path) ? Origins::call : Origins::own;
}

Reader reader_at(const std::optional<RouteMatch>& match, std::string_view path) {
  if (match) return match->route->door.reader;
  return is_below_api(path) ? Reader::programs : Reader::people;
}

std::string allowed_methods(std::span<const Route> among, std::string_view path) {
  bool get = false;
  bool post = false;
  bool call = is_below_api(path);
  for (const Route& route : among) {
    std::vector<std::string> ignored;
    if (route.door.audience == Audience::nobody || !matches(route.door.path, path, ignored)) continue;
    (route.door.method == Method::get ? get : post) = true;
    call = route.door.origins == Origins::call;
  }
  std::string methods = get || !post ? "GET, HEAD" : "";
  if (post) methods += methods.empty() ? "POST" : ", POST";
  return methods + (call ? ", OPTIONS" : "");
}

}  // namespace signpost
