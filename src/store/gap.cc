// gap.cc - see gap.h.
#include "store/gap.h"

#include <algorithm>
#include <charconv>

namespace signpost {
namespace {

constexpr std::string_view kGapStateNames[] = {"open", "answered", "closed", "not-topic"};

}  // namespace

std::string_view name_of(GapState state) { return kGapStateNames[static_cast<size_t>(state)]; }

std::optional<GapState> gap_state_named(std::string_view name) {
  const auto* const found = std::find(std::begin(kGapStateNames), std::end(kGapStateNames), name);
  if (found == std::end(kGapStateNames)) return std::nullopt;
  return kGapStates[found - std::begin(kGapStateNames)];
}

std::string shown_gap(int64_t number) { return "G-" + std::to_string(number); }

std::optional<int64_t> parse_gap(std::string_view text) {
  if (!text.starts_with("G-") && !text.starts_with("g-")) return std::nullopt;
  text.remove_prefix(2);
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

}  // namespace signpost
