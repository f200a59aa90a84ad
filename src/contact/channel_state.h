// channel_state.h - how a channel stands at a moment: open, or closed and why.
// Tested by tests/unit/contact/channel_state_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "contact/hours.h"
#include "contact/presence.h"

namespace signpost {

enum class ClosedReason : uint8_t {
  outside_hours,
  holiday,
  nobody_free,  // the last heartbeat says that nobody can be talked to
  unknown,      // no heartbeat tells of anybody: what is not known is closed
  not_offered   // a form, and requests are not taken here
};
std::string_view to_string(ClosedReason reason);

struct ChannelState {
  std::optional<ClosedReason> closed = {};  // nullopt: it is open
  // Seconds since 1970, by the hours; nullopt where they say nothing, or nothing within a year.
  std::optional<int64_t> opens = {};            // of one that its hours keep closed
  std::optional<int64_t> closes = {};           // of an open one
  std::optional<uint32_t> waiting_lately = {};  // of an open one with heartbeats
};

// Without `presence` nobody listens, and so nothing is known of who is there.
ChannelState state_of(const Channel& channel, const Presence* presence, bool takes_requests, int64_t now);

}  // namespace signpost
