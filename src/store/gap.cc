// gap.cc - see gap.h.
#include "store/gap.h"

#include <algorithm>

#include "store/item_number.h"

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

std::string shown_gap(int64_t number) { return shown_item('G', number); }

std::optional<int64_t> parse_gap(std::string_view text) { return parse_item('G', text); }

}  // namespace signpost
