// complaint.cc - see complaint.h.
#include "store/complaint.h"

#include <algorithm>
#include <iterator>

#include "store/item_number.h"

namespace signpost {
namespace {

constexpr std::string_view kReasonNames[] = {"outdated", "unclear", "wrong", "incomplete",
                                             "not_what_i_searched"};
constexpr std::string_view kComplaintStateNames[] = {"open", "fixed", "wontfix", "gone"};
static_assert(std::size(kReasonNames) == std::size(kComplaintReasons) &&
              std::size(kComplaintStateNames) == std::size(kComplaintStates));

template <typename Value, size_t N>
std::optional<Value> named(const std::string_view (&names)[N], std::string_view name) {
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<Value>(found - std::begin(names));
}

}  // namespace

std::string_view name_of(ComplaintReason reason) { return kReasonNames[static_cast<size_t>(reason)]; }

std::optional<ComplaintReason> complaint_reason_named(std::string_view name) {
  return named<ComplaintReason>(kReasonNames, name);
}

std::string_view name_of(ComplaintState state) { return kComplaintStateNames[static_cast<size_t>(state)]; }

std::optional<ComplaintState> complaint_state_named(std::string_view name) {
  return named<ComplaintState>(kComplaintStateNames, name);
}

std::string shown_complaint(int64_t number) { return shown_item('F', number); }

std::optional<int64_t> parse_complaint(std::string_view text) { return parse_item('F', text); }

}  // namespace signpost
