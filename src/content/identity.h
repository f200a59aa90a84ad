// identity.h - which document a file is, without rendering it.
// Tested by tests/unit/content/front_matter_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/visibility.h"

namespace signpost {

// Only the identity that the front matter gives: cheap, for the map of link targets.
struct Identity {
  std::optional<std::string> id;
  std::optional<std::string> lang;
  Visibility visibility;
  std::optional<double> position;  // FrontMatter's, as are these:
  int weight = 0;
  std::vector<std::string> addresses;  // its aliases, and what stated_address() says of other keys
  bool operator==(const Identity&) const = default;
};
Identity read_identity(std::string_view bytes);

}  // namespace signpost
