// string_hash.h - a hash with which a map of strings is asked by string_view, without a copy.
// Tested by tests/unit/index/analyzer_test.cc.
#pragma once

#include <functional>
#include <string_view>

namespace signpost {

struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

}  // namespace signpost
