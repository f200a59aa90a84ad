// stated_order.h - the place among its neighbours that front matter gives a page under the keys of other
// tools. Tested by tests/unit/content/stated_order_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "content/head_entries.h"

namespace signpost {

// `sidebar_position`, `nav_order`, `order` and the like, or a map such as `sidebar: {order: 1}`: lower comes
// first. nullopt of other keys, and of what is no number.
std::optional<double> stated_order(const HeadEntry& entry);

// True for a key that stated_order() looks at.
bool is_order_key(std::string_view key);

}  // namespace signpost
