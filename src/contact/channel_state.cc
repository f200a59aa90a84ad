// channel_state.cc - see channel_state.h.
#include "contact/channel_state.h"

namespace signpost {

std::string_view to_string(ClosedReason reason) {
  constexpr std::string_view kReasons[] = {"outside_hours", "holiday", "nobody_free", "unknown",
                                           "not_offered"};
  return kReasons[static_cast<size_t>(reason)];
}

ChannelState state_of(const Channel& channel, const Presence* presence, bool takes_requests, int64_t now) {
  if (channel.kind == ChannelKind::form && !takes_requests) return {.closed = ClosedReason::not_offered};
  const Opening hours = opening_at(channel, now);
  if (!hours.open)
    return {.closed = hours.holiday ? ClosedReason::holiday : ClosedReason::outside_hours,
            .opens = hours.changes};
  if (!channel.presence) return {.closes = hours.changes};
  const auto heard = presence == nullptr ? std::nullopt : presence->at(channel.id, now);
  if (!heard) return {.closed = ClosedReason::unknown};
  if (heard->free == 0) return {.closed = ClosedReason::nobody_free};
  return {.closes = hours.changes, .waiting_lately = heard->waiting_lately};
}

}  // namespace signpost
