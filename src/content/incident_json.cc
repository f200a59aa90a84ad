// incident_json.cc - see incident_json.h.
#include "content/incident_json.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_limits.h"
#include "content/ids.h"

namespace signpost {
namespace {

constexpr JsonLimits kIncidentLimits{uint64_t{64} << 20, 8, 1'000'000};

[[noreturn]] void no_incident(const std::string& what) {
  throw Error(ErrorKind::corrupt, "incidents: " + what);
}

ZonedTime time_from(const nlohmann::json& json) {
  const auto time = parse_zoned_time(json.get<std::string>(), [](int64_t) { return 0; });
  if (!time) no_incident("a time is none");
  return *time;
}

std::optional<ZonedTime> optional_time(const nlohmann::json& json, const char* key) {
  return json.contains(key) ? std::optional(time_from(json[key])) : std::nullopt;
}

IncidentStatus status_from(const nlohmann::json& json) {
  const auto status = parse_incident_status(json.get<std::string>());
  if (!status) no_incident("a status is none");
  return *status;
}

}  // namespace

void to_json(nlohmann::json& json, const IncidentUpdate& update) {
  json = {{"time", to_rfc3339(update.time)},
          {"heading", update.heading},
          {"html", update.html},
          {"text", update.text}};
  if (update.status) json["status"] = to_string(*update.status);
}

void from_json(const nlohmann::json& json, IncidentUpdate& update) {
  update.time = time_from(json.at("time"));
  json.at("heading").get_to(update.heading);
  json.at("html").get_to(update.html);
  json.at("text").get_to(update.text);
  if (json.contains("status")) update.status = status_from(json["status"]);
}

void to_json(nlohmann::json& json, const IncidentText& text) {
  json = {{"lang", text.lang}, {"title", text.title}, {"html", text.html}, {"updates", text.updates}};
}

void from_json(const nlohmann::json& json, IncidentText& text) {
  json.at("lang").get_to(text.lang);
  json.at("title").get_to(text.title);
  json.at("html").get_to(text.html);
  json.at("updates").get_to(text.updates);
}

void to_json(nlohmann::json& json, const IncidentQuery& query) {
  json = {{"lang", query.lang}, {"text", query.text}};
}

void from_json(const nlohmann::json& json, IncidentQuery& query) {
  json.at("lang").get_to(query.lang);
  json.at("text").get_to(query.text);
}

void to_json(nlohmann::json& json, const Incident& incident) {
  json = {{"id", incident.id},
          {"component", incident.component},
          {"status", to_string(incident.status)},
          {"started", to_rfc3339(incident.started)},
          {"queries", incident.queries},
          {"texts", incident.texts}};
  if (incident.resolved) json["resolved"] = to_rfc3339(*incident.resolved);
  if (incident.until) json["until"] = to_rfc3339(*incident.until);
}

void from_json(const nlohmann::json& json, Incident& incident) {
  json.at("id").get_to(incident.id);
  json.at("component").get_to(incident.component);
  incident.status = status_from(json.at("status"));
  incident.started = time_from(json.at("started"));
  incident.resolved = optional_time(json, "resolved");
  incident.until = optional_time(json, "until");
  json.at("queries").get_to(incident.queries);
  json.at("texts").get_to(incident.texts);
  if (!is_valid_id(incident.id)) no_incident("an id is none");
  if (incident.texts.empty()) no_incident("one has no text");
}

std::string incidents_to_json(const std::vector<Incident>& incidents) {
  return nlohmann::json(incidents).dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Incident> incidents_from_json(std::string_view text) {
  try {
    check_json(text, kIncidentLimits);
    return nlohmann::json::parse(text).get<std::vector<Incident>>();
  } catch (const nlohmann::json::exception& e) {
    no_incident(e.what());
  }
}

}  // namespace signpost
