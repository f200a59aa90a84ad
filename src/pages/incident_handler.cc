// incident_handler.cc - the list of known incidents (/{lang}/incidents), and one with its history (.../{id}).
#include <nlohmann/json.hpp>

#include "api/incidents_operation.h"
#include "pages/incident_view.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr uint32_t kPastOnPage = 50;

PageInfo incident_info(const PageContext& context,
                       const std::function<std::string(const std::string& lang)>& path) {
  PageInfo info;
  info.kind = "incident";
  info.canonical = path(context.lang);
  const auto& languages = context.site().languages;
  for (const Language& language : languages) {
    info.in_language[language.code] = path(language.code);
    if (languages.size() > 1) info.alternates.emplace_back(language.code, path(language.code));
  }
  return info;
}

}  // namespace

Response draw_incidents(const PageContext& context) {
  const OperationContext operation = context.operation();
  PageInfo info = incident_info(context, incidents_path);
  info.title = context.strings().text("incidents_title");
  Json view = page_view(context, info);
  const auto is_resolved = [](const IncidentEntry& entry) {
    return entry.incident->status == IncidentStatus::resolved;
  };
  std::vector<IncidentEntry> active = active_incidents(operation);
  std::erase_if(active, is_resolved);
  std::vector<IncidentEntry> past = incidents(operation, {.per_page = kPastOnPage}).incidents;
  std::erase_if(past, [&](const IncidentEntry& entry) { return entry.active && !is_resolved(entry); });
  view["active"] = incident_views(context, active);
  view["has_active"] = !view["active"].empty();
  view["past"] = incident_views(context, past);
  view["has_past"] = !past.empty();
  return page_response(context, "incidents", view);
}

Response draw_incident(const PageContext& context) {
  const std::optional<IncidentEntry> found = incident(context.operation(), context.arguments.back());
  if (!found) return text_response(404, "");
  const std::string& id = found->incident->id;
  PageInfo info = incident_info(context, [&id](const std::string& lang) { return incident_url(id, lang); });
  info.title = found->text->title;
  info.og_type = "article";
  Json view = page_view(context, info);
  view["incident"] = incident_view(context, *found);
  view["incident"]["html"] = found->text->html;
  view["history"] = history_views(context, *found);
  view["has_history"] = !view["history"].empty();
  return page_response(context, "incident", view);
}

}  // namespace signpost
