// channels_operation.h - the ways to people: what is open at this moment, why the rest is not, when it opens.
// Tested by tests/unit/api/channels_operation_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/operation.h"
#include "contact/channel_state.h"

namespace signpost {

// A channel as a visitor's language has it, at a moment. What it points to lives as long as the generation.
struct ChannelEntry {
  const Channel* channel = nullptr;
  std::string name;
  std::string text;     // "" for none
  std::string address;  // to read, of an e-mail or a telephone channel: what people write; "" of the others
  // Where it leads; "" where that is of no use at this moment: a closed chat, telephone or link. What takes
  // messages is of use while it is closed, too, unless it is not offered.
  std::string url;
  bool speaks = true;  // the visitor's language
  ChannelState state;
};

// Those that are for the product, "" for all: first those that speak the visitor's language, then the others,
// then what is not offered; of equal ones in the order of the settings.
std::vector<ChannelEntry> channels(const OperationContext& context, std::string_view product);

// Whether this site has any, so that pages lead to theirs.
bool has_channels(const OperationContext& context);
// All products that channels name, each once, in the order of the settings.
std::vector<std::string> products_of_channels(const OperationContext& context);

// The days of a channel's holidays from now on that fall into the next kMostDaysAhead days.
std::vector<std::string> holidays_ahead(const Channel& channel, int64_t now);

// An instant by the clocks of the channel's zone.
ZonedTime by_clock_of(const Channel& channel, int64_t instant);

Operation channels_operation();

}  // namespace signpost
