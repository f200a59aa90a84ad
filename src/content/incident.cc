// incident.cc - see incident.h.
#include "content/incident.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/language.h"

namespace signpost {
namespace {

constexpr std::string_view kStatusWords[] = {"investigating", "identified", "monitoring", "resolved"};

}  // namespace

std::string_view to_string(IncidentStatus status) { return kStatusWords[static_cast<size_t>(status)]; }

std::optional<IncidentStatus> parse_incident_status(std::string_view word) {
  const std::string wanted = lower_case(word);
  for (const IncidentStatus status : kIncidentStatuses) {
    if (to_string(status) == wanted) return status;
  }
  return std::nullopt;
}

std::optional<int64_t> shown_until(const Incident& incident) {
  const bool may_leave =
      incident.status == IncidentStatus::monitoring || incident.status == IncidentStatus::resolved;
  if (may_leave && incident.until) return incident.until->seconds;
  if (incident.status != IncidentStatus::resolved) return std::nullopt;
  return incident.resolved.value_or(incident.started).seconds + kShownResolved;
}

bool is_known(const Incident& incident, int64_t now) { return now >= incident.started.seconds; }

bool is_active(const Incident& incident, int64_t now) {
  const std::optional<int64_t> end = shown_until(incident);
  return is_known(incident, now) && (!end || now < *end);
}

std::string anchor_of(const ZonedTime& time) {
  const ClockTime clock = clock_time(time);
  return "update-" + clock.day + "-" + clock.time.substr(0, 2) + clock.time.substr(3);
}

const IncidentText& text_in(const Incident& incident, std::string_view lang) {
  std::vector<std::string> languages;
  for (const IncidentText& text : incident.texts) languages.push_back(text.lang);
  const std::string* best = best_language(lang, languages);
  return best == nullptr ? incident.texts.front()
                         : incident.texts[static_cast<size_t>(best - languages.data())];
}

std::vector<ShownUpdate> history_in(const Incident& incident, std::string_view lang) {
  const IncidentText& own = text_in(incident, lang);
  const IncidentText& first = incident.texts.front();
  std::vector<ShownUpdate> history;
  for (const IncidentUpdate& update : own.updates) history.push_back({&update, own.lang});
  for (const IncidentUpdate& update : first.updates) {
    const bool told = std::any_of(own.updates.begin(), own.updates.end(), [&](const IncidentUpdate& known) {
      return known.time.seconds == update.time.seconds;
    });
    if (!told) history.push_back({&update, first.lang});
  }
  std::stable_sort(history.begin(), history.end(), [](const ShownUpdate& a, const ShownUpdate& b) {
    return a.update->time.seconds > b.update->time.seconds;
  });
  return history;
}

ZonedTime last_update(const Incident& incident) {
  ZonedTime last = incident.started;
  for (const IncidentText& text : incident.texts) {
    if (!text.updates.empty() && text.updates.front().time.seconds > last.seconds)
      last = text.updates.front().time;
  }
  return last;
}

}  // namespace signpost
