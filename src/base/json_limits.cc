// json_limits.cc - implements json_limits.h: one scan that knows strings, brackets and separators.
// Tested by tests/unit/base/json_limits_test.cc.
#include "base/json_limits.h"

#include <string>

#include "base/error.h"

namespace signpost {
namespace {

[[noreturn]] void fail_json_limit(const std::string& what, std::uint64_t limit) {
  throw Error(ErrorKind::corrupt, "the JSON " + what + " (the limit is " + std::to_string(limit) + ")");
}

// Where the string that opens at `at` ends: its closing quote, or the end of the text.
std::size_t end_of_json_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at;
}

}  // namespace

void check_json(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) fail_json_limit("has too many bytes", limits.bytes);
  std::uint64_t depth = 0;
  std::uint64_t values = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (text[at]) {
      case '"':
        at = end_of_json_string(text, at);
        break;
      case '[':
      case '{':
        if (++depth > limits.depth) fail_json_limit("is nested too deep", limits.depth);
        ++values;
        break;
      case ']':
      case '}':
        if (depth > 0) --depth;
        break;
      case ',':
      case ':':
        ++values;
        break;
      default:
        break;
    }
    if (values > limits.values) fail_json_limit("holds too many values", limits.values);
  }
}

}  // namespace signpost
