// byte_range.cc - see byte_range.h.
#include "net/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"

namespace signpost {
namespace {

// Digits only; more of them than fit are as good as the largest number.
std::optional<uint64_t> parse_position(std::string_view text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : UINT64_MAX;
}

uint64_t size_of(const Response& response) {
  return response.file.size > 0 ? response.file.size : response.body.size();
}

}  // namespace

ByteRange parse_byte_range(std::string_view header, uint64_t size) {
  const size_t equals = std::min(header.find('='), header.size());
  if (lower_case(header.substr(0, equals)) != "bytes" || size == 0) return {};
  const std::string_view range = trimmed(header.substr(std::min(equals + 1, header.size())));
  const size_t dash = range.find('-');
  if (dash == std::string_view::npos) return {};
  const std::optional<uint64_t> first = parse_position(range.substr(0, dash));
  const std::optional<uint64_t> last = parse_position(range.substr(dash + 1));
  if (dash == 0 && last) {  // the last so many bytes
    const uint64_t length = std::min(*last, size);
    return length == 0 ? ByteRange{ByteRange::Kind::unsatisfiable, 0, 0}
                       : ByteRange{ByteRange::Kind::part, size - length, length};
  }
  const bool is_open = dash + 1 == range.size();
  if (!first || (!is_open && (!last || *last < *first))) return {};
  if (*first >= size) return {ByteRange::Kind::unsatisfiable, 0, 0};
  const uint64_t end = is_open || *last >= size ? size : *last + 1;
  return {ByteRange::Kind::part, *first, end - *first};
}

bool asks_for_part(const Request& request) {
  return request.method == "GET" &&
         parse_byte_range(request.header("range"), UINT64_MAX).kind != ByteRange::Kind::whole;
}

void cut_to_range(const Request& request, Response& response) {
  if (!asks_for_part(request) || response.status != 200) return;
  // A date never fits, since no answer has one.
  const std::string only_if = request.header("if-range");
  if (!only_if.empty() && (only_if != response.etag || response.etag.starts_with("W/"))) return;
  const uint64_t size = size_of(response);
  const ByteRange range = parse_byte_range(request.header("range"), size);
  if (range.kind == ByteRange::Kind::whole) return;
  const std::string of_size = "/" + std::to_string(size);
  if (range.kind == ByteRange::Kind::unsatisfiable) {
    response = text_response(416, "There are " + std::to_string(size) + " bytes.\n");
    response.cache = CachePolicy::no_store;
    response.headers.emplace_back("Content-Range", "bytes *" + of_size);
    return;
  }
  response.status = 206;
  response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                                     std::to_string(range.first + range.size - 1) + of_size);
  if (response.file.size > 0) {
    response.file.offset += range.first;
    response.file.size = range.size;
  } else {
    response.body = response.body.substr(range.first, range.size);
  }
}

}  // namespace signpost
