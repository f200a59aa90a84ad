// entity_tag.cc - see entity_tag.h.
#include "net/entity_tag.h"

#include <algorithm>

#include "base/sha256.h"

namespace signpost {
namespace {

std::string_view opaque_part(std::string_view etag) {
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  return etag;
}

}  // namespace

std::string fingerprint(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) {
    all += std::to_string(part.size());
    all += ':';
    all += part;
  }
  return sha256_of(all).substr(0, 32);
}

bool etag_matches(std::string_view header, std::string_view etag, Comparison comparison) {
  if (etag.empty()) return false;
  const bool is_strong = comparison == Comparison::strong;
  while (!header.empty()) {
    // Our tags hold no comma, so cutting at commas is safe for the ones that can match.
    const size_t end = std::min(header.find(','), header.size());
    std::string_view item = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
    if (item == "*") return true;
    if (is_strong ? item == etag && !etag.starts_with("W/") : opaque_part(item) == opaque_part(etag))
      return true;
  }
  return false;
}

Verdict check_conditions(const Request& request, const std::string& tag) {
  const std::string required = request.header("if-match");
  if (!required.empty() && !etag_matches(required, tag, Comparison::strong)) return Verdict::failed;
  return etag_matches(request.header("if-none-match"), tag) ? Verdict::not_modified : Verdict::answer;
}

}  // namespace signpost
