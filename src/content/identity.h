// identity.h - which document a file is, without rendering it.
// Tested by tests/unit/content/front_matter_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/visibility.h"

namespace signpost {

// Only the identity that the front matter gives: cheap, for the map of link targets.
struct Identity {
  std::optional<std::string> id;
  std::optional<std::string> lang;
  Visibility visibility;
};
Identity read_identity(std::string_view bytes);

}  // namespace signpost
