// incident_feed.cc - see incident_feed.h.
#include "api/incident_feed.h"

#include <algorithm>
#include <vector>

#include "api/addresses.h"
#include "api/atom_feed.h"
#include "api/incidents_operation.h"
#include "base/dates.h"

namespace signpost {
namespace {

struct FeedEntry {
  const Incident* incident;
  const IncidentText* text;
  const IncidentUpdate* update;  // null for the incident's beginning
  std::string_view lang;
  ZonedTime time;
};

std::vector<FeedEntry> feed_entries(const OperationContext& context) {
  std::vector<FeedEntry> entries;
  for (const Incident* incident : context.searcher().incidents().known(context.now)) {
    const IncidentText& text = text_in(*incident, context.lang);
    const std::vector<ShownUpdate> history = history_in(*incident, context.lang);
    for (const auto& [update, lang] : history)
      entries.push_back({incident, &text, update, lang, update->time});
    if (history.empty()) entries.push_back({incident, &text, nullptr, text.lang, incident->started});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const FeedEntry& a, const FeedEntry& b) { return a.time.seconds > b.time.seconds; });
  if (entries.size() > kMostFeedEntries) entries.resize(kMostFeedEntries);
  return entries;
}

std::string title_of(const OperationContext& context, const FeedEntry& entry) {
  std::string title = entry.text->title;
  const std::optional<IncidentStatus> status =
      entry.update == nullptr ? std::optional(entry.incident->status) : entry.update->status;
  if (status) title += ": " + interface_text(context, "content_incident_" + std::string(to_string(*status)));
  if (entry.update != nullptr && !entry.update->heading.empty())
    title += (status ? " - " : ": ") + entry.update->heading;
  return title;
}

AtomEntry atom_entry(const OperationContext& context, const FeedEntry& entry) {
  const Site& site = context.site();
  std::string url = absolute_url(site, incident_url(entry.incident->id, context.lang));
  if (entry.update != nullptr) url += "#" + anchor_of(entry.time);
  return {.name = site.base_url + "\n" + entry.incident->id + "\n" + context.lang + "\n" +
                  std::to_string(entry.time.seconds),
          .lang = std::string(entry.lang),
          .title = title_of(context, entry),
          .time = to_rfc3339(entry.time),
          .url = std::move(url),
          .html = entry.update == nullptr ? entry.text->html : entry.update->html};
}

Answer answer_feed(const OperationContext& context, const Parameters&) {
  Answer answer;
  answer.media_type = "application/atom+xml; charset=utf-8";
  answer.text = incident_feed(context);
  return answer;
}

}  // namespace

std::string incident_feed(const OperationContext& context) {
  const std::vector<FeedEntry> entries = feed_entries(context);
  AtomFeed feed =
      feed_of_site(context, "incidents", incident_feed_path(context.lang), incidents_path(context.lang));
  if (!entries.empty()) feed.updated = to_rfc3339(entries.front().time);
  for (const FeedEntry& entry : entries) feed.entries.push_back(atom_entry(context, entry));
  return atom_xml(feed);
}

Operation incident_feed_operation() {
  return {.door = {.name = "incident_feed",
                   .path = "/{lang}/incidents.atom",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs,
                   .language = LanguageFrom::path,
                   .tag = Tag::strong},
          .parameters = {},
          .answer = answer_feed};
}

}  // namespace signpost
