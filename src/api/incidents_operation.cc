// incidents_operation.cc - see incidents_operation.h.
#include "api/incidents_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/categories_operation.h"
#include "api/paging.h"

namespace signpost {
namespace {

constexpr Parameter kActive{.name = "active", .type = ParameterType::flag};
constexpr Parameter kIncidentsInAnswer{
    .name = "per_page", .type = ParameterType::number, .least = 1, .most = 50, .otherwise = 20};

// What articles call the component in the visitor's language.
std::string component_name(const OperationContext& context, const std::string& component) {
  for (const Category& category : context.site().categories) {
    if (category.id != component) continue;
    const std::string& name = pick(category.names, context.lang, context.site());
    return name.empty() ? component : name;
  }
  return component;
}

IncidentEntry entry_of(const OperationContext& context, const Incident& incident,
                       std::optional<Concern> concern = std::nullopt) {
  return {&incident,
          &text_in(incident, context.lang),
          incident_url(incident.id, context.lang),
          component_name(context, incident.component),
          is_active(incident, context.now),
          concern};
}

Answer answer_incidents(const OperationContext& context, const Parameters& arguments) {
  std::vector<FieldError> errors;
  IncidentsParameters asked;
  asked.active = read_flag(arguments, kActive, errors);
  asked.page = read_number(arguments, kPageOfList, errors);
  asked.per_page = read_number(arguments, kIncidentsInAnswer, errors);
  if (!errors.empty()) return problem_answer({400, "A parameter of this request is wrong.", errors});
  return json_answer(incident_list_json(incidents(context, asked)));
}

}  // namespace

IncidentList incidents(const OperationContext& context, const IncidentsParameters& asked) {
  const KnownIncidents& known = context.searcher().incidents();
  const std::vector<const Incident*> all =
      asked.active ? known.active(context.now) : known.known(context.now);
  IncidentList list{all.size(), asked.page, asked.per_page, pages_of(all.size(), asked.per_page), {}};
  const size_t first = std::min(size_t{asked.page - 1} * asked.per_page, all.size());
  const size_t last = std::min(first + asked.per_page, all.size());
  for (size_t i = first; i < last; ++i) list.incidents.push_back(entry_of(context, *all[i]));
  return list;
}

std::vector<IncidentEntry> active_incidents(const OperationContext& context) {
  std::vector<IncidentEntry> entries;
  for (const Incident* one : context.searcher().incidents().active(context.now))
    entries.push_back(entry_of(context, *one));
  return entries;
}

std::vector<IncidentEntry> incidents_concerning(const OperationContext& context, std::string_view text,
                                                std::vector<std::string_view> about) {
  std::vector<IncidentEntry> entries;
  const IncidentQuestion question{text, std::move(about), context.now};
  for (const auto& [one, concern] : context.searcher().incidents().concerning(question))
    entries.push_back(entry_of(context, *one, concern));
  return entries;
}

std::optional<IncidentEntry> incident(const OperationContext& context, std::string_view id) {
  const Incident* found = context.searcher().incidents().find(id, context.now);
  return found == nullptr ? std::nullopt : std::optional(entry_of(context, *found));
}

bool has_incidents(const OperationContext& context) {
  return !context.searcher().incidents().known(context.now).empty();
}

Operation incidents_operation() {
  return {.door = {.name = "api_incidents",
                   .path = "/api/v1/incidents",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated,
                   .tag = Tag::strong},
          .parameters = {kLanguageParameter, kActive, kPageOfList, kIncidentsInAnswer},
          .answer = answer_incidents};
}

}  // namespace signpost
