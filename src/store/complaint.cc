// complaint.cc - see complaint.h.
#include "store/complaint.h"

#include <algorithm>
#include <charconv>
#include <iterator>

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

std::string shown_complaint(int64_t number) { return "F-" + std::to_string(number); }

std::optional<int64_t> parse_complaint(std::string_view text) {
  if (!text.starts_with("F-") && !text.starts_with("f-")) return std::nullopt;
  text.remove_prefix(2);
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

}  // namespace signpost
