// stated_order.cc - see stated_order.h.
// Tested by tests/unit/content/stated_order_test.cc.
#include "content/stated_order.h"

#include <charconv>
#include <cmath>
#include <string>

#include "base/ascii.h"

namespace signpost {
namespace {

bool is_number_key(std::string_view key) {
  return is_one_of(key, {"sidebar_position", "sidebarPosition", "nav_order", "navOrder", "order",
                         "sidebar_order", "navigation_order", "menu_order", "sort_order", "position"});
}

bool is_map_key(std::string_view key) {
  return is_one_of(key, {"sidebar", "nav", "navigation", "eleventyNavigation"});
}

std::optional<double> number_in(std::string_view text) {
  text = trimmed(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

bool is_order_key(std::string_view key) { return is_number_key(key) || is_map_key(key); }

std::optional<double> stated_order(const HeadEntry& entry) {
  if (is_number_key(entry.key) && entry.shape == HeadEntry::Shape::scalar) return number_in(entry.scalar);
  if (!is_map_key(entry.key)) return std::nullopt;
  for (const auto& [name, value] : entry.members) {
    if (name == "order" || name == "position") return number_in(value);
  }
  return std::nullopt;
}

}  // namespace signpost
