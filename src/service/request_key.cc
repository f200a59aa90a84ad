// request_key.cc - see request_key.h.
#include "service/request_key.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/dates.h"

namespace signpost {
namespace {

constexpr size_t kMaxKey = 1024;  // bytes: a visitor's headers must not fill the memory for answers

// All that App reads of a request beside its address, its method and two cookies.
constexpr std::array<std::string_view, 3> kNegotiated = {"accept-encoding", "accept-language",
                                                         "if-none-match"};
constexpr std::array<std::string_view, 3> kNeverKept = {"if-match", "if-range", "range"};
constexpr std::array<std::string_view, 2> kCookies = {"lang", "theme"};

// With its length, so that no two lists of parts look alike.
void add_part(std::string& key, std::string_view part) {
  const auto size = static_cast<uint32_t>(part.size());
  key.append(reinterpret_cast<const char*>(&size), sizeof size);
  key += part;
}

bool has(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string request_key(const Request& request, const WebFiles& web, const ServedGeneration& generation,
                        int64_t now) {
  if (request.method != "GET" && request.method != "HEAD") return "";
  std::string key;
  key.reserve(kMaxKey);
  const std::string content = generation.content_at(now);
  for (const std::string_view version :
       {std::string_view(content), std::string_view(web.templates.version()),
        std::string_view(web.assets.version()), std::string_view(web.i18n.version())})
    add_part(key, version);
  // What an article says may be past its day tomorrow.
  add_part(key, std::to_string(now / kSecondsOfDay));
  add_part(key, request.raw_path);
  for (const auto& [name, value] : request.query.items()) {
    add_part(key, name);
    add_part(key, value);
  }
  add_part(key, "?");  // the end of the parameters, of which there may be any number
  for (const auto& [name, value] : request.headers) {
    if (has(kNeverKept, name)) return "";
    if (name == "cookie") {
      for (const std::string_view cookie : kCookies) {
        add_part(key, cookie);
        add_part(key, request.cookie(cookie));
      }
    } else if (has(kNegotiated, name)) {
      add_part(key, name);
      add_part(key, value);
    }
  }
  return key.size() <= kMaxKey ? key : "";
}

}  // namespace signpost
