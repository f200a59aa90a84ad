// channels_operation.cc - see channels_operation.h.
#include "api/channels_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/channels_json.h"
#include "base/dates.h"
#include "content/language.h"
#include "content/time_zone.h"

namespace signpost {
namespace {

constexpr Parameter kProduct{.name = "product"};
constexpr size_t kMostHolidaysShown = 40;

std::string channel_name(const OperationContext& context, const Channel& channel) {
  const std::string& name = pick(channel.names, context.lang, context.site());
  if (!name.empty()) return name;
  const InterfaceTexts& texts = context.texts;
  const auto word = texts.find("channel_" + std::string(to_string(channel.kind)));
  return word == texts.end() ? channel.id : word->second;
}

bool is_for(const Channel& channel, std::string_view product) {
  const auto& products = channel.products;
  return product.empty() || products.empty() ||
         std::find(products.begin(), products.end(), product) != products.end();
}

bool speaks(const Channel& channel, std::string_view lang) {
  return channel.languages.empty() || best_language(lang, channel.languages) != nullptr;
}

// Where the address leads, whatever the time.
std::string channel_url(const OperationContext& context, const Channel& channel, const std::string& address) {
  switch (channel.kind) {
    case ChannelKind::form:
      return new_request_path(context.lang);
    case ChannelKind::email:
      return mail_url(address).value_or("");
    case ChannelKind::phone:
      return telephone_url(address).value_or("");
    default:
      break;
  }
  if (address_kind(address) != AddressKind::id) return address;
  const auto article = context.searcher().article(address, context.lang);
  return article ? page_url(article->url) : "";
}

ChannelEntry channel_entry(const OperationContext& context, const Channel& channel) {
  ChannelEntry entry;
  entry.channel = &channel;
  entry.name = channel_name(context, channel);
  entry.text = pick(channel.texts, context.lang, context.site());
  entry.speaks = speaks(channel, context.lang);
  entry.state = state_of(channel, context.presence, context.store != nullptr, context.now);
  const std::string address = address_for(channel, context.lang);
  if (channel.kind == ChannelKind::email || channel.kind == ChannelKind::phone) entry.address = address;
  const bool is_of_use = !entry.state.closed ||
                         (takes_messages(channel.kind) && entry.state.closed != ClosedReason::not_offered);
  if (is_of_use) entry.url = channel_url(context, channel, address);
  return entry;
}

Answer answer_channels(const OperationContext& context, const Parameters& arguments) {
  const std::string product = arguments.get(kProduct.name).value_or("");
  Answer answer = json_answer(channels_json(channels(context, product), context.now));
  // Of this minute, and a heartbeat may change it in the next: no cache may hand it on.
  answer.of_this_moment = true;
  return answer;
}

}  // namespace

std::vector<ChannelEntry> channels(const OperationContext& context, std::string_view product) {
  std::vector<ChannelEntry> entries;
  for (const Channel& channel : context.site().contact.channels)
    if (is_for(channel, product)) entries.push_back(channel_entry(context, channel));
  const auto rank = [](const ChannelEntry& entry) {
    return entry.state.closed == ClosedReason::not_offered ? 2 : entry.speaks ? 0 : 1;
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const ChannelEntry& a, const ChannelEntry& b) { return rank(a) < rank(b); });
  return entries;
}

bool has_channels(const OperationContext& context) { return !context.site().contact.channels.empty(); }

std::vector<std::string> products_of_channels(const OperationContext& context) {
  std::vector<std::string> all;
  for (const Channel& channel : context.site().contact.channels) {
    for (const std::string& product : channel.products)
      if (std::find(all.begin(), all.end(), product) == all.end()) all.push_back(product);
  }
  return all;
}

std::vector<std::string> holidays_ahead(const Channel& channel, int64_t now) {
  const auto today = static_cast<uint32_t>(std::max<int64_t>(now / kSecondsOfDay - 1, 0));
  std::vector<std::string> days;
  auto day = std::lower_bound(channel.holidays.begin(), channel.holidays.end(), today);
  for (; day != channel.holidays.end() && *day <= today + kMostDaysAhead && days.size() < kMostHolidaysShown;
       ++day)
    days.push_back(format_day(*day));
  return days;
}

ZonedTime by_clock_of(const Channel& channel, int64_t instant) {
  const auto clock = find_zone_clock(channel.time_zone);
  return {instant, clock ? static_cast<int>((clock->shows(instant) - instant) / 60) : 0};
}

Operation channels_operation() {
  return {.door = {.name = "api_channels",
                   .path = "/api/v1/channels",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated},
          .parameters = {kLanguageParameter, kProduct},
          .answer = answer_channels};
}

}  // namespace signpost
