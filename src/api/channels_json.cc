// channels_json.cc - see channels_json.h.
#include "api/channels_json.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "api/channels_operation.h"
#include "api/short_texts.h"
#include "base/dates.h"

namespace signpost {
namespace {

std::string moment_or_nothing(const Channel& channel, const std::optional<int64_t>& instant) {
  return instant ? to_rfc3339(by_clock_of(channel, *instant)) : "";
}

Json hours_json(const Channel& channel) {
  Json hours = Json::array();
  for (const OpenHours& one : channel.hours)
    hours.push_back(
        {{"day", weekday_name(one.weekday)}, {"from", clock_of(one.from)}, {"to", clock_of(one.to)}});
  return hours;
}

Json channel_json(const ChannelEntry& entry, int64_t now) {
  const Channel& channel = *entry.channel;
  const ChannelState& state = entry.state;
  return {{"id", channel.id},
          {"kind", to_string(channel.kind)},
          {"name", short_name(entry.name)},
          {"text", short_text(entry.text)},
          {"open", !state.closed},
          {"reason", state.closed ? to_string(*state.closed) : ""},
          {"opens", moment_or_nothing(channel, state.opens)},
          {"closes", moment_or_nothing(channel, state.closes)},
          {"waiting_lately", state.waiting_lately ? Json(*state.waiting_lately) : Json(nullptr)},
          {"address", entry.address},
          {"url", entry.url},
          {"languages", channel.languages},
          {"speaks", entry.speaks},
          {"products", channel.products},
          {"time_zone", channel.time_zone},
          {"hours", hours_json(channel)},
          {"holidays", holidays_ahead(channel, now)}};
}

}  // namespace

Json channels_json(const std::vector<ChannelEntry>& channels, int64_t now) {
  Json array = Json::array();
  for (const ChannelEntry& entry : channels) array.push_back(channel_json(entry, now));
  return {{"now", format_time(now)}, {"channels", std::move(array)}};
}

}  // namespace signpost
