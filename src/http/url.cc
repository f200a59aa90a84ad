// url.cc - see url.h.
#include "http/url.h"

#include <algorithm>

#include "content/utf8.h"

namespace signpost {
std::string percent_decode(std::string_view text, bool plus_is_space) {
  if (!plus_is_space) return percent_decode(text);
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return percent_decode(spaced);
}

std::string clean_utf8(std::string bytes) {
  scrub_utf8(bytes);
  return bytes;
}

Parameters parse_query_string(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> items;
  while (!query.empty()) {
    const size_t end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (pair.empty()) continue;
    const size_t equals = pair.find('=');
    const std::string_view value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
    items.emplace_back(clean_utf8(percent_decode(pair.substr(0, equals), true)),
                       clean_utf8(percent_decode(value, true)));
  }
  return Parameters(std::move(items));
}

std::string format_query(const Parameters& parameters) {
  std::string query;
  for (const auto& [name, value] : parameters.items()) {
    if (!query.empty()) query += '&';
    query += percent_encode(name) + "=" + percent_encode(value);
  }
  return query;
}

std::string with_query(const std::string& path, const Parameters& parameters) {
  const std::string query = format_query(parameters);
  return query.empty() ? path : path + "?" + query;
}

bool parse_target(std::string_view target, Request& request) {
  if (const size_t scheme = target.find("://"); scheme != std::string_view::npos && target[0] != '/') {
    const size_t path = target.find_first_of("/?", scheme + 3);
    target = path == std::string_view::npos ? "/" : target.substr(path);
  }
  target = target.substr(0, target.find('#'));
  const size_t question = target.find('?');
  const std::string_view raw_path = target.substr(0, question);
  if (raw_path.empty() || raw_path[0] != '/') return false;
  request.raw_path = std::string(raw_path);
  request.path = percent_decode(raw_path, false);
  if (clean_utf8(request.path) != request.path) return false;
  if (question != std::string_view::npos) request.query = parse_query_string(target.substr(question + 1));
  return true;
}

}  // namespace signpost
