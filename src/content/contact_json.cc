// contact_json.cc - see contact_json.h.
#include "content/contact_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/dates.h"
#include "base/error.h"
#include "content/ids.h"
#include "content/time_zone.h"

namespace signpost {
namespace {

// A reader allows fewer; behind these, asking a channel would take long.
constexpr size_t kMostKeptHours = 100;
constexpr size_t kMostKeptHolidays = 40'000;

[[noreturn]] void no_channel(const std::string& what) {
  throw Error(ErrorKind::corrupt, "site settings: channels: " + what);
}

OpenHours hours_from(const nlohmann::json& json) {
  const int weekday = json.at("weekday").get<int>();
  const int from = json.at("from").get<int>();
  const int to = json.at("to").get<int>();
  const bool good = weekday >= 0 && weekday < 7 && from >= 0 && from < kMinutesOfDay && to > from &&
                    to <= from + kMinutesOfDay;
  if (!good) no_channel("hours are none");
  return {static_cast<uint8_t>(weekday), static_cast<uint16_t>(from), static_cast<uint16_t>(to)};
}

Channel channel_from(const nlohmann::json& json) {
  Channel channel;
  json.at("id").get_to(channel.id);
  const auto kind = parse_channel_kind(json.at("kind").get<std::string>());
  if (!kind || !is_valid_id(channel.id)) no_channel("one is none");
  channel.kind = *kind;
  json.at("names").get_to(channel.names);
  json.at("texts").get_to(channel.texts);
  json.at("addresses").get_to(channel.addresses);
  json.at("time_zone").get_to(channel.time_zone);
  if (!find_time_zone(channel.time_zone)) no_channel("a time zone is none");
  for (const nlohmann::json& hours : json.at("hours")) channel.hours.push_back(hours_from(hours));
  for (const nlohmann::json& day : json.at("holidays"))
    channel.holidays.push_back(parse_day(day.get<std::string>()));
  if (!std::is_sorted(channel.hours.begin(), channel.hours.end()) ||
      !std::is_sorted(channel.holidays.begin(), channel.holidays.end()))
    no_channel("hours or holidays are in no order");
  json.at("languages").get_to(channel.languages);
  json.at("products").get_to(channel.products);
  if (channel.hours.size() > kMostKeptHours || channel.holidays.size() > kMostKeptHolidays ||
      channel.languages.size() > kMaxChannelTexts || channel.products.size() > kMaxChannelTexts)
    no_channel("one has too much of something");
  json.at("presence").get_to(channel.presence);
  return channel;
}

nlohmann::json channel_json(const Channel& channel) {
  nlohmann::json hours = nlohmann::json::array();
  for (const OpenHours& one : channel.hours)
    hours.push_back({{"weekday", one.weekday}, {"from", one.from}, {"to", one.to}});
  nlohmann::json holidays = nlohmann::json::array();
  for (const uint32_t day : channel.holidays) holidays.push_back(format_day(day));
  return {{"id", channel.id},
          {"kind", to_string(channel.kind)},
          {"names", channel.names},
          {"texts", channel.texts},
          {"addresses", channel.addresses},
          {"time_zone", channel.time_zone},
          {"hours", std::move(hours)},
          {"holidays", std::move(holidays)},
          {"languages", channel.languages},
          {"products", channel.products},
          {"presence", channel.presence}};
}

}  // namespace

nlohmann::json contact_json(const ContactSettings& settings) {
  nlohmann::json channels = nlohmann::json::array();
  for (const Channel& channel : settings.channels) channels.push_back(channel_json(channel));
  return channels;
}

ContactSettings contact_from_json(const nlohmann::json& json) {
  ContactSettings settings;
  for (const nlohmann::json& channel : json) settings.channels.push_back(channel_from(channel));
  if (settings.channels.size() > kMaxChannels) no_channel("there are too many");
  return settings;
}

}  // namespace signpost
