// incident_view.cc - see incident_view.h.
#include "pages/incident_view.h"

#include <nlohmann/json.hpp>

#include "api/short_texts.h"
#include "content/text_direction.h"
#include "pages/page_view.h"

namespace signpost {
namespace {

// All times of an incident by one clock, that of the zone in which its beginning was written: side by side
// "09:25 UTC" and "17:50 UTC+9" tell nobody which came first.
std::string moment_label(const PageContext& context, const Incident& incident, const ZonedTime& time) {
  return moment_label(context, {time.seconds, incident.started.minutes_ahead});
}

std::string status_label(const PageContext& context, IncidentStatus status) {
  return context.strings().text("content_incident_" + std::string(to_string(status)));
}

}  // namespace

Json incident_view(const PageContext& context, const IncidentEntry& entry) {
  const Incident& incident = *entry.incident;
  return {{"title", short_title(entry.text->title)},
          {"lang", entry.text->lang},
          {"dir", text_direction(entry.text->lang)},
          {"lang_badge", language_badge(context, entry.text->lang)},
          {"url", entry.url},
          {"active", entry.active},
          {"is_over", incident.status == IncidentStatus::resolved},
          {"status_label", status_label(context, incident.status)},
          {"component", short_name(entry.component_name)},
          {"started", to_rfc3339(incident.started)},
          {"started_label", moment_label(context, incident, incident.started)},
          {"resolved", incident.resolved ? to_rfc3339(*incident.resolved) : ""},
          {"resolved_label", incident.resolved ? moment_label(context, incident, *incident.resolved) : ""},
          {"updated_label",
           context.strings().fill("incident_updated",
                                  {{"moment", moment_label(context, incident, last_update(incident))}})}};
}

Json incident_views(const PageContext& context, const std::vector<IncidentEntry>& entries) {
  Json views = Json::array();
  for (const IncidentEntry& entry : entries) views.push_back(incident_view(context, entry));
  return views;
}

Json history_views(const PageContext& context, const IncidentEntry& entry) {
  Json views = Json::array();
  for (const auto& [update, lang] : history_in(*entry.incident, context.lang)) {
    views.push_back({{"anchor", anchor_of(update->time)},
                     {"time", to_rfc3339(update->time)},
                     {"time_label", moment_label(context, *entry.incident, update->time)},
                     {"lang", lang},
                     {"dir", text_direction(lang)},
                     {"lang_badge", language_badge(context, std::string(lang))},
                     {"status_label", update->status ? status_label(context, *update->status) : ""},
                     {"heading", update->heading},
                     {"html", update->html}});
  }
  return views;
}

}  // namespace signpost
