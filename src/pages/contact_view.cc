// contact_view.cc - see contact_view.h.
#include "pages/contact_view.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "api/addresses.h"
#include "api/short_texts.h"
#include "base/shown_text.h"
#include "content/language.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

constexpr std::string_view kDayNames[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                          "Friday", "Saturday", "Sunday"};

const char* icon_of(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::form:
      return "pencil";
    case ChannelKind::email:
      return "mail";
    case ChannelKind::phone:
      return "phone";
    case ChannelKind::video:
      return "video";
    case ChannelKind::link:
      return "link";
    default:
      return "chat";
  }
}

// A sentence with a moment in it: what stands before, the moment for people and for programs, what stands
// behind. Null without a moment.
Json moment_view(const PageContext& context, const Channel& channel, const char* key,
                 const std::optional<int64_t>& instant) {
  if (!instant) return nullptr;
  const ZonedTime time = by_clock_of(channel, *instant);
  const auto [before, after] = context.strings().around(key, "moment");
  return {{"before", before},
          {"after", after},
          {"time", to_rfc3339(time)},
          {"time_label", moment_label(context, time)}};
}

std::string waiting_label(const Strings& strings, const ChannelState& state) {
  if (!state.waiting_lately) return "";
  if (*state.waiting_lately == 0) return strings.text("channel_waiting_none");
  return strings.plural("channel_waiting", *state.waiting_lately);
}

std::string list_of(const Strings& strings, const std::vector<std::string>& parts) {
  std::string list;
  for (const std::string& part : parts) list += (list.empty() ? "" : strings.text("list_separator")) + part;
  return list;
}

std::string languages_list(const PageContext& context, const Channel& channel) {
  std::vector<std::string> names;
  for (const std::string& lang : channel.languages)
    names.push_back(language_name_in(lang, context.strings().lang(), NamePlace::list));
  return list_of(context.strings(), names);
}

// What a link says that is no address to read.
std::string go_label(const Strings& strings, const ChannelEntry& entry) {
  if (!entry.address.empty()) return entry.address;
  return strings.text("channel_go_" + std::string(to_string(entry.channel->kind)));
}

Json channel_view(const PageContext& context, const ChannelEntry& entry) {
  const Strings& strings = context.strings();
  const Channel& channel = *entry.channel;
  const bool open = !entry.state.closed;
  const bool can_write = !open && !entry.url.empty();
  return {
      {"id", channel.id},
      {"icon", icon_of(channel.kind)},
      {"name", short_name(entry.name)},
      {"text", short_text(entry.text)},
      {"open", open},
      {"status_label", strings.text(open ? "channel_open" : "channel_closed")},
      {"reason", open ? "" : strings.text("channel_reason_" + std::string(to_string(*entry.state.closed)))},
      {"opens", moment_view(context, channel, "channel_opens", entry.state.opens)},
      {"closes", moment_view(context, channel, "channel_closes", entry.state.closes)},
      {"write_anyway", can_write ? strings.text("channel_write_anyway") : ""},
      {"waiting_label", waiting_label(strings, entry.state)},
      {"url", entry.url},
      {"go_label", entry.url.empty() ? "" : go_label(strings, entry)},
      {"address", entry.url.empty() ? entry.address : ""},
      {"languages", languages_list(context, channel)},
      {"products", short_name(list_of(strings, channel.products))},
      {"week", week_views(strings, channel.hours)},
      {"has_week", !channel.hours.empty()},
      {"zone_label", strings.fill("channel_zone", {{"zone", channel.time_zone}})}};
}

Json hours_nodes(const Channel& channel, int64_t now) {
  Json nodes = Json::array();
  for (const OpenHours& hours : channel.hours)
    nodes.push_back({{"@type", "OpeningHoursSpecification"},
                     {"dayOfWeek", kDayNames[hours.weekday]},
                     {"opens", clock_of(hours.from)},
                     {"closes", hours.to == kMinutesOfDay ? "23:59" : clock_of(hours.to)}});
  // A day that opens and closes at the same time is closed.
  for (const std::string& day : holidays_ahead(channel, now))
    nodes.push_back({{"@type", "OpeningHoursSpecification"},
                     {"validFrom", day},
                     {"validThrough", day},
                     {"opens", "00:00"},
                     {"closes", "00:00"}});
  return nodes;
}

}  // namespace

Json channel_views(const PageContext& context, const std::vector<ChannelEntry>& channels) {
  Json views = Json::array();
  for (const ChannelEntry& entry : channels) views.push_back(channel_view(context, entry));
  return views;
}

Json week_views(const Strings& strings, const std::vector<OpenHours>& hours) {
  std::string times[7];
  for (const OpenHours& one : hours) {
    std::string& text = times[one.weekday];
    text += (text.empty() ? "" : ", ") + clock_of(one.from) + "–" + clock_of(one.to);
  }
  const auto name = [&](int day) { return strings.text("weekday_" + std::string(weekday_name(day))); };
  Json views = Json::array();
  for (int first = 0; first < 7;) {
    int last = first;
    while (last < 6 && times[last + 1] == times[first]) ++last;
    if (!times[first].empty())
      views.push_back(
          {{"days", first == last ? name(first) : name(first) + "–" + name(last)}, {"times", times[first]}});
    first = last + 1;
  }
  return views;
}

std::string contact_data(const PageContext& context, const std::vector<ChannelEntry>& channels) {
  const Site& site = context.site();
  Json points = Json::array();
  for (const ChannelEntry& entry : channels) {
    const Channel& channel = *entry.channel;
    Json point = {{"@type", "ContactPoint"},
                  {"contactType", "customer support"},
                  {"name", without_bidi_controls(short_name(entry.name))}};
    if (channel.kind == ChannelKind::email) {
      point["email"] = entry.address;
    } else if (channel.kind == ChannelKind::phone) {
      point["telephone"] = entry.address;
    } else if (entry.url.empty()) {
      continue;
    } else {
      point["url"] = entry.url.starts_with('/') ? absolute_url(site, entry.url) : entry.url;
    }
    if (!channel.languages.empty()) point["availableLanguage"] = channel.languages;
    if (Json hours = hours_nodes(channel, context.now); !hours.empty())
      point["hoursAvailable"] = std::move(hours);
    points.push_back(std::move(point));
  }
  const Json json = {{"@context", "https://schema.org"},
                     {"@type", "Organization"},
                     {"name", without_bidi_controls(pick(site.title, context.lang, site))},
                     {"url", absolute_url(site, home_path(site, context.lang))},
                     {"contactPoint", std::move(points)}};
  return to_script_text(json);
}

}  // namespace signpost
