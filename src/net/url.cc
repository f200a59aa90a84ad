// url.cc - see url.h.
#include "net/url.h"

#include <algorithm>

#include "base/utf8.h"

namespace signpost {
namespace {

constexpr size_t kMaxQueryInUrl = 7 << 10;  // with its path, what proxies take in a header

bool is_control(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte < 0x20 || byte == 0x7F;
}

bool has_space(std::string_view target) {
  return std::any_of(target.begin(), target.end(), [](char c) { return c == ' ' || is_control(c); });
}

// A path that all programs cut into the same segments: no escapes of slashes, backslashes, dots and control
// characters, no half escapes, no "." or ".." that some would resolve.
bool is_plain_path(std::string_view path) {
  for (size_t at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1)) {
    const std::string byte = percent_decode(path.substr(at, 3));
    const bool is_whole = path.size() >= at + 3 && byte.size() == 1;
    if (!is_whole || is_control(byte[0]) || byte[0] == '/' || byte[0] == '\\' || byte[0] == '.') return false;
  }
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    if (segment == "." || segment == "..") return false;
    path.remove_prefix(segment.size());
  }
  return true;
}

}  // namespace

std::string decode_query_text(std::string_view text) {
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
    items.emplace_back(clean_utf8(decode_query_text(pair.substr(0, equals))),
                       clean_utf8(decode_query_text(value)));
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
  std::string url = path;
  char separator = '?';
  for (const auto& [name, value] : parameters.items()) {
    const std::string pair = percent_encode(name) + "=" + percent_encode(value);
    if (url.size() - path.size() + 1 + pair.size() > kMaxQueryInUrl) continue;
    url += separator + pair;
    separator = '&';
  }
  return url;
}

bool parse_target(std::string_view target, Request& request) {
  if (target.find_first_of("#\\") != std::string_view::npos || has_space(target)) return false;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const size_t path = std::min(target.find_first_of("/?", scheme.size()), target.size());
    target.remove_prefix(path);
    if (target.empty()) target = "/";
    break;
  }
  const size_t question = target.find('?');
  const std::string_view raw_path = target.substr(0, question);
  if (!raw_path.starts_with('/') || !is_plain_path(raw_path)) return false;
  request.raw_path = std::string(raw_path);
  request.path = percent_decode(raw_path);
  if (first_invalid_utf8(request.path) != std::string::npos) return false;
  if (question == std::string_view::npos) return true;
  const std::string_view query = target.substr(question + 1);
  const std::string decoded = decode_query_text(query);
  if (first_invalid_utf8(decoded) != std::string::npos || decoded.find('\0') != std::string::npos)
    return false;
  request.query = parse_query_string(query);
  return true;
}

}  // namespace signpost
