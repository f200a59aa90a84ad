// incident_feed.cc - see incident_feed.h.
#include "api/incident_feed.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "api/addresses.h"
#include "api/incidents_operation.h"
#include "base/dates.h"
#include "base/escape.h"
#include "base/sha256.h"
#include "base/shown_text.h"

namespace signpost {
namespace {

constexpr size_t kMostEntries = 50;
constexpr size_t kMostFeedBytes = 256 * 1024;

struct FeedEntry {
  const Incident* incident;
  const IncidentText* text;
  const IncidentUpdate* update;  // null for the incident's beginning
  std::string_view lang;
  ZonedTime time;
};

// A UUID that is made from a name (RFC 9562, version 8), so that it says the same wherever the site moves.
std::string urn_of(const std::string& name) {
  std::string hex = sha256_of(name).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<size_t>(hex[16]) % 4];
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20);
}

// Text that stands between tags; characters that XML can't have are left out.
std::string xml(std::string_view text) {
  std::string kept;
  for (const char c : without_bidi_controls(text)) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') kept += c;
  }
  return html_escaped(kept);
}

std::string word(const OperationContext& context, const std::string& key) {
  const auto found = context.texts.find(key);
  return found == context.texts.end() ? key : found->second;
}

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
  if (entries.size() > kMostEntries) entries.resize(kMostEntries);
  return entries;
}

std::string title_of(const OperationContext& context, const FeedEntry& entry) {
  std::string title = entry.text->title;
  const std::optional<IncidentStatus> status =
      entry.update == nullptr ? std::optional(entry.incident->status) : entry.update->status;
  if (status) title += ": " + word(context, "content_incident_" + std::string(to_string(*status)));
  if (entry.update != nullptr && !entry.update->heading.empty())
    title += (status ? " - " : ": ") + entry.update->heading;
  return title;
}

std::string entry_xml(const OperationContext& context, const FeedEntry& entry) {
  const Site& site = context.site();
  const std::string time = to_rfc3339(entry.time);
  std::string url = absolute_url(site, incident_url(entry.incident->id, context.lang));
  if (entry.update != nullptr) url += "#" + anchor_of(entry.time);
  const std::string& html = entry.update == nullptr ? entry.text->html : entry.update->html;
  return "<entry xml:lang=\"" + xml(entry.lang) + "\">\n<id>" +
         urn_of(site.base_url + "\n" + entry.incident->id + "\n" + context.lang + "\n" +
                std::to_string(entry.time.seconds)) +
         "</id>\n<title>" + xml(title_of(context, entry)) + "</title>\n<updated>" + time +
         "</updated>\n<published>" + time +
         "</published>\n<link rel=\"alternate\" type=\"text/html\" href=\"" + xml(url) +
         "\"/>\n<content type=\"html\">" + xml(html) + "</content>\n</entry>\n";
}

Answer answer_feed(const OperationContext& context, const Parameters&) {
  Answer answer;
  answer.media_type = "application/atom+xml; charset=utf-8";
  answer.text = incident_feed(context);
  return answer;
}

}  // namespace

std::string incident_feed(const OperationContext& context) {
  const Site& site = context.site();
  const std::vector<FeedEntry> entries = feed_entries(context);
  const std::string site_title = pick(site.title, context.lang, site);
  const std::string own = absolute_url(site, incident_feed_path(context.lang));
  const int64_t made =
      std::chrono::duration_cast<std::chrono::seconds>(context.generation->created().time_since_epoch())
          .count();
  std::string feed =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      xml(context.lang) + "\">\n<id>" + urn_of(site.base_url + "\nincidents\n" + context.lang) +
      "</id>\n<title>" + xml(site_title + ": " + word(context, "incidents_title")) + "</title>\n<updated>" +
      (entries.empty() ? format_time(made) : to_rfc3339(entries.front().time)) +
      "</updated>\n<author><name>" + xml(site_title) +
      "</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"" + xml(own) +
      "\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"" +
      xml(absolute_url(site, incidents_path(context.lang))) + "\"/>\n";
  for (const FeedEntry& entry : entries) {
    const std::string one = entry_xml(context, entry);
    if (feed.size() + one.size() <= kMostFeedBytes) feed += one;
  }
  return feed + "</feed>\n";
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
