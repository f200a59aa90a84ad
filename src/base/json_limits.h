// json_limits.h - how large and how deep JSON from outside may be, told before a parser builds a tree of it.
// Tested by tests/unit/base/json_limits_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace signpost {

struct JsonLimits {
  std::uint64_t bytes;
  std::uint32_t depth;  // of arrays and objects within each other
  std::uint64_t
      values;  // counted as openers, commas and colons: never fewer than the values but the outermost
};

// Reads the text once, in constant memory, and keeps nothing. Whether it is JSON the parser says: what isn't
// passes as long as it keeps the limits. Throws corrupt, with the limit and its figure, when it doesn't.
void check_json(std::string_view text, const JsonLimits& limits);

}  // namespace signpost
