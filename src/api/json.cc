// json.cc - see json.h.
#include "api/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "answer/answer.h"
#include "api/addresses.h"
#include "api/answer_operation.h"
#include "api/categories_operation.h"
#include "api/health_operation.h"
#include "api/incidents_operation.h"
#include "api/paging.h"
#include "api/short_texts.h"
#include "base/dates.h"
#include "contact/proof.h"
#include "content/text_direction.h"
#include "net/message.h"
#include "store/request_table.h"

namespace signpost {
namespace {

Json runs_json(const Runs& runs) {
  Json array = Json::array();
  for (const Run& run : runs) array.push_back({{"text", run.text}, {"match", run.match}});
  return array;
}

Json headings_json(const std::vector<std::string>& path) {
  Json array = Json::array();
  for (const std::string& heading : path) array.push_back(short_name(heading));
  return array;
}

Json post_json(const Post& post) {
  const PostOrigin& origin = post.origin;
  return {{"author", post.author},     {"author_url", origin.author_url},
          {"date", post.date},         {"votes", post.votes},
          {"accepted", post.accepted}, {"anchor", post.anchor},
          {"html", post.html},         {"source", origin.url},
          {"license", origin.license}, {"license_url", origin.license_url},
          {"closed", origin.closed}};
}

// Only what is internal says so: what everybody gets has no word of it.
Json with_internal(Json json, Internal internal) {
  if (internal != Internal::no) json["internal"] = to_string(internal);
  return json;
}

Json ref_json(const ArticleRef& ref) {
  Json json = {{"id", ref.id},
               {"lang", ref.lang},
               {"dir", text_direction(ref.lang)},
               {"title", short_title(ref.title)},
               {"url", page_url(ref.url)},
               {"kind", ref.kind},
               {"summary", short_text(ref.summary)},
               {"category", ref.category},
               {"category_name", short_name(ref.category_name)},
               {"updated", ref.updated},
               {"votes", ref.votes},
               {"answers", ref.answers},
               {"solved", ref.solved}};
  return with_internal(std::move(json), ref.internal);
}

Json refs_json(const std::vector<ArticleRef>& refs) {
  Json array = Json::array();
  for (const ArticleRef& ref : refs) array.push_back(ref_json(ref));
  return array;
}

Json first_or_null(const std::vector<ArticleRef>& refs) {
  return refs.empty() ? Json(nullptr) : ref_json(refs.front());
}

Json contributions_json(const std::vector<Contribution>& parts) {
  Json array = Json::array();
  for (const Contribution& part : parts)
    array.push_back({{"what", part.what}, {"value", rounded(part.value)}});
  return array;
}

Json hit_json(const Hit& hit) {
  Json json = {{"id", hit.id},
               {"kind", hit.kind},
               {"lang", hit.lang},
               {"dir", text_direction(hit.lang)},
               {"title", short_title(hit.title)},
               {"title_runs", runs_json(short_title_runs(hit.title_runs))},
               {"url", page_url(hit.url)},
               {"category", hit.category},
               {"category_name", short_name(hit.category_name)},
               {"updated", hit.updated},
               {"section",
                {{"anchor", hit.section.anchor},
                 {"path", headings_json(hit.section.path)},
                 {"url", page_url(hit.url, hit.section.anchor)}}},
               {"snippet", runs_json(short_text_runs(hit.snippet))},
               {"score", rounded(hit.score)},
               {"votes", hit.votes},
               {"answers", hit.answers},
               {"solved", hit.solved},
               {"other_language", hit.other_language},
               {"by_meaning", hit.by_meaning}};
  if (!hit.explanation.empty()) json["explanation"] = contributions_json(hit.explanation);
  return with_internal(std::move(json), hit.internal);
}

Json source_json(const AnswerSource& source) {
  return with_internal({{"id", source.id},
                        {"lang", source.lang},
                        {"kind", source.kind},
                        {"title", short_title(source.title)},
                        {"url", source_url(source)},
                        {"anchor", source.anchor},
                        {"updated", source.updated}},
                       source.internal);
}

Json quotation_json(const Quotation& quotation) {
  Json source = source_json(quotation.source);
  source.update({{"start", quotation.begin}, {"end", quotation.end}, {"sha256", quotation.sha256}});
  return {{"kind", to_string(quotation.kind)},
          {"text", quotation.text},
          {"html", quotation.html},
          {"source", std::move(source)},
          {"confidence", rounded(quotation.confidence)}};
}

Json considered_json(const std::vector<ConsideredQuotation>& considered) {
  Json array = Json::array();
  for (const ConsideredQuotation& one : considered) {
    Json json = quotation_json(one.quotation);
    json["signals"] = contributions_json(one.signals);
    array.push_back(std::move(json));
  }
  return array;
}

std::string_view name_of(MeaningFrom meaning) {
  switch (meaning) {
    case MeaningFrom::table:
      return "table";
    case MeaningFrom::model:
      return "model";
    case MeaningFrom::none:
      break;
  }
  return "none";
}

Json facet_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", value.value},
                      {"label", short_name(value.label)},
                      {"count", value.count},
                      {"selected", value.selected}});
  }
  return {{"name", row_of(facet.field).name}, {"values", std::move(values)}};
}

Json filters_json(const Filters& filters) {
  Json json;
  for (const FieldRow& row : kFields) {
    if (!row.prefix.empty()) json[std::string(row.name)] = filters[row.field];
  }
  return json;
}

Json category_json(const CategoryInfo& category, const std::string& lang) {
  return {{"id", category.id},
          {"name", short_name(category.name)},
          {"description", short_text(category.description)},
          {"icon", category.icon},
          {"count", category.count},
          {"url", category_url(category.id, lang)}};
}

std::string time_or_nothing(const std::optional<ZonedTime>& time) { return time ? to_rfc3339(*time) : ""; }

// The newest entry of its history; null where it has none.
Json latest_json(const IncidentEntry& entry) {
  const std::vector<ShownUpdate> history = history_in(*entry.incident, entry.text->lang);
  if (history.empty()) return nullptr;
  const IncidentUpdate& update = *history.front().update;
  return {{"time", to_rfc3339(update.time)},
          {"lang", history.front().lang},
          {"dir", text_direction(history.front().lang)},
          {"status", update.status ? to_string(*update.status) : ""},
          {"heading", short_title(update.heading)},
          {"text", short_text(update.text)},
          {"url", entry.url + "#" + anchor_of(update.time)}};
}

Json incident_json(const IncidentEntry& entry) {
  const Incident& incident = *entry.incident;
  return {{"id", incident.id},
          {"lang", entry.text->lang},
          {"dir", text_direction(entry.text->lang)},
          {"title", short_title(entry.text->title)},
          {"url", entry.url},
          {"component", incident.component},
          {"component_name", short_name(entry.component_name)},
          {"status", to_string(incident.status)},
          {"active", entry.active},
          {"concern", entry.concern ? to_string(*entry.concern) : ""},
          {"started", to_rfc3339(incident.started)},
          {"resolved", time_or_nothing(incident.resolved)},
          {"until", time_or_nothing(incident.until)},
          {"updated", to_rfc3339(last_update(incident))},
          {"latest", latest_json(entry)}};
}

}  // namespace

std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string to_script_text(const Json& json) {
  std::string text;
  for (const char letter : to_text(json)) {
    switch (letter) {
      case '<':
        text += "\\u003c";
        break;
      case '>':
        text += "\\u003e";
        break;
      case '&':
        text += "\\u0026";
        break;
      default:
        text += letter;
    }
  }
  return text;
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

Json search_json(const SearchRequest& request, const SearchResponse& response) {
  const Understood& query = response.query;
  Json hits = Json::array();
  for (const Hit& hit : response.hits) hits.push_back(hit_json(hit));
  Json facets = Json::array();
  for (const Facet& facet : response.facets) facets.push_back(facet_json(facet));
  return {{"query",
           {{"text", query.text},
            {"lang", query.lang},
            {"words", query.words},
            {"corrected", query.corrected ? Json(*query.corrected) : Json(nullptr)},
            {"truncated", query.truncated},
            {"filters_truncated", query.filters.truncated},
            {"filters", filters_json(query.filters)},
            {"page", request.page},
            {"per_page", request.per_page},
            {"pages", page_count(response.total, request.per_page)}}},
          {"total", response.total},
          {"total_exact", response.total_exact},
          {"meaning", name_of(response.meaning)},
          {"took_ms", rounded(response.took_ms)},
          {"hits", std::move(hits)},
          {"facets", std::move(facets)}};
}

Json answer_json(const AnswerResponse& response, bool explain) {
  const std::optional<Quotation>& quotation = response.quotation;
  Json others = Json::array();
  for (const AnswerSource& source : response.others) others.push_back(source_json(source));
  Json json = {
      {"answer", quotation ? quotation_json(*quotation) : Json(nullptr)},
      {"refusal", response.refusal ? Json({{"reason", to_string(*response.refusal)}}) : Json(nullptr)},
      {"others", std::move(others)},
      {"took_ms", rounded(response.took_ms)}};
  if (explain) {
    json["chosen_by"] = quotation ? Json(to_string(response.chosen_by)) : Json(nullptr);
    json["threshold"] = rounded(response.threshold);
    json["considered"] = considered_json(response.considered);
  }
  return json;
}

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
  Json array = Json::array();
  for (const Suggestion& suggestion : suggestions) {
    Json json = {{"title", short_title(suggestion.title)},
                 {"title_runs", runs_json(short_title_runs(suggestion.title_runs))},
                 {"section", short_title(suggestion.section)},
                 {"section_runs", runs_json(short_title_runs(suggestion.section_runs))},
                 {"url", page_url(suggestion.url)},
                 {"kind", suggestion.kind},
                 {"category_name", short_name(suggestion.category_name)},
                 {"lang", suggestion.lang},
                 {"dir", text_direction(suggestion.lang)}};
    array.push_back(with_internal(std::move(json), suggestion.internal));
  }
  return {{"suggestions", std::move(array)}};
}

Json article_json(const Article& article) {
  const Document& document = article.document;
  Json posts = Json::array();
  for (const Post& post : document.posts) posts.push_back(post_json(post));
  Json toc = Json::array();
  for (const TocEntry& entry : article.toc) {
    toc.push_back({{"anchor", entry.anchor},
                   {"heading", entry.heading},
                   {"level", entry.level},
                   {"short_url", short_path(entry.short_code)}});
  }
  Json json = {
      {"id", document.id},
      {"kind", to_string(document.kind)},
      {"lang", document.lang},
      {"dir", text_direction(document.lang)},
      {"title", document.title},
      {"summary", document.summary},
      {"url", page_url(article.url)},
      {"short_url", short_path(article.short_code)},
  };
  for (const FieldRow& row : kFields) {
    if (row.type == FieldType::own) continue;
    json[std::string(row.key)] =
        is_list(row) ? Json(document.fields[row.field]) : Json(document.fields.one(row.field));
    if (row.field == Field::category) json["category_name"] = article.category_name;
  }
  json.update({{"updated", document.updated},
               {"author", document.author},
               {"votes", document.votes},
               {"solved", document.solved},
               {"html", document.html},
               {"posts", std::move(posts)},
               {"toc", std::move(toc)},
               {"translations", refs_json(article.translations)},
               {"related", refs_json(article.related)},
               {"previous", first_or_null(article.previous)},
               {"next", first_or_null(article.next)},
               {"fallback", article.fallback}});
  return with_internal(std::move(json), document.internal);
}

Json categories_json(const CategoryList& list, const std::string& lang) {
  Json array = Json::array();
  for (const CategoryInfo& category : list.categories) array.push_back(category_json(category, lang));
  return {{"total", list.total},
          {"page", list.page},
          {"per_page", list.per_page},
          {"pages", list.pages},
          {"categories", std::move(array)}};
}

Json incidents_json(const std::vector<IncidentEntry>& incidents) {
  Json array = Json::array();
  for (const IncidentEntry& entry : incidents) array.push_back(incident_json(entry));
  return array;
}

Json incident_list_json(const IncidentList& list) {
  return {{"total", list.total},
          {"page", list.page},
          {"per_page", list.per_page},
          {"pages", list.pages},
          {"incidents", incidents_json(list.incidents)}};
}

Json kept_request_json(const KeptRequest& kept, const std::string& url) {
  return {{"code", kept.code}, {"state", name_of(kept.state)}, {"url", url}};
}

Json request_state_json(const StoredRequest& request) {
  Json changes = Json::array();
  for (const StateChange& change : request.changes)
    changes.push_back({{"state", name_of(change.state)}, {"at", format_time(change.at)}});
  Json answers = Json::array();
  for (const RequestAnswer& answer : request.answers)
    answers.push_back({{"at", format_time(answer.at)}, {"text", answer.text}});
  return {{"code", request.code},
          {"state", name_of(request.state())},
          {"changes", std::move(changes)},
          {"answers", std::move(answers)}};
}

Json readiness_json(const Readiness& state) {
  Json json = {{"status", "ready"},
               {"generation", state.generation},
               {"content", state.content},
               {"documents", state.documents}};
  if (!state.refused.empty()) json["refused"] = state.refused;
  return json;
}

Json problem_json(const Problem& problem) {
  Json list = Json::array();
  for (const FieldError& error : problem.errors)
    list.push_back({{"field", error.field}, {"message", error.message}});
  Json json = {{"type", "about:blank"},
               {"title", reason_phrase(problem.status)},
               {"status", problem.status},
               {"detail", problem.detail},
               {"errors", std::move(list)}};
  if (!problem.challenge.empty()) json["proof"] = {{"challenge", problem.challenge}, {"bits", kProofBits}};
  return json;
}

}  // namespace signpost
