// site_json.cc - a Site as JSON and back, for the generation that readers open.
// Tested by tests/unit/content/site_test.cc.
#include "content/site_json.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_limits.h"
#include "content/contact_json.h"

namespace signpost {
namespace {

// A hundred thousand redirects and as many synonyms come to a tenth of it.
constexpr JsonLimits kLimits{uint64_t{64} << 20, 8, 4'000'000};

}  // namespace

void to_json(nlohmann::json& json, const Language& language) {
  json = {{"code", language.code}, {"name", language.name}};
}

void from_json(const nlohmann::json& json, Language& language) {
  json.at("code").get_to(language.code);
  json.at("name").get_to(language.name);
}

void to_json(nlohmann::json& json, const Category& category) {
  json = {{"id", category.id},
          {"names", category.names},
          {"descriptions", category.descriptions},
          {"icon", category.icon},
          {"found", category.found}};
}

void from_json(const nlohmann::json& json, Category& category) {
  json.at("id").get_to(category.id);
  json.at("names").get_to(category.names);
  json.at("descriptions").get_to(category.descriptions);
  json.at("icon").get_to(category.icon);
  json.at("found").get_to(category.found);
}

void to_json(nlohmann::json& json, const SynonymRule& rule) {
  json = {{"lang", rule.lang}, {"from", rule.from}, {"to", rule.to}};
}

void from_json(const nlohmann::json& json, SynonymRule& rule) {
  json.at("lang").get_to(rule.lang);
  json.at("from").get_to(rule.from);
  json.at("to").get_to(rule.to);
}

void to_json(nlohmann::json& json, const BestBet& bet) {
  json = {{"lang", bet.lang}, {"queries", bet.queries}, {"id", bet.id}};
}

void from_json(const nlohmann::json& json, BestBet& bet) {
  json.at("lang").get_to(bet.lang);
  json.at("queries").get_to(bet.queries);
  json.at("id").get_to(bet.id);
}

void to_json(nlohmann::json& json, const PinnedAnswer& answer) {
  json = {{"lang", answer.lang}, {"queries", answer.queries}, {"id", answer.id}, {"anchor", answer.anchor}};
}

void from_json(const nlohmann::json& json, PinnedAnswer& answer) {
  json.at("lang").get_to(answer.lang);
  json.at("queries").get_to(answer.queries);
  json.at("id").get_to(answer.id);
  json.at("anchor").get_to(answer.anchor);
}

void to_json(nlohmann::json& json, const Redirect& redirect) {
  json = {{"from", redirect.from}, {"to", redirect.to}};
}

void from_json(const nlohmann::json& json, Redirect& redirect) {
  json.at("from").get_to(redirect.from);
  json.at("to").get_to(redirect.to);
}

void to_json(nlohmann::json& json, const MeaningSettings& meaning) {
  json = {{"on", meaning.on},
          {"model", meaning.model},
          {"query_model", meaning.query_model},
          {"query_prefix", meaning.query_prefix},
          {"passage_prefix", meaning.passage_prefix}};
}

void from_json(const nlohmann::json& json, MeaningSettings& meaning) {
  json.at("on").get_to(meaning.on);
  json.at("model").get_to(meaning.model);
  json.at("query_model").get_to(meaning.query_model);
  json.at("query_prefix").get_to(meaning.query_prefix);
  json.at("passage_prefix").get_to(meaning.passage_prefix);
}

void to_json(nlohmann::json& json, const AnswerSettings& answers) {
  nlohmann::json never = nlohmann::json::object();
  for (const Field field : kFacets) {
    if (!answers.never[field].empty()) never[std::string(row_of(field).name)] = answers.never[field];
  }
  json = {
      {"on", answers.on}, {"thresholds", answers.thresholds}, {"never", never}, {"account", answers.account}};
}

void from_json(const nlohmann::json& json, AnswerSettings& answers) {
  json.at("on").get_to(answers.on);
  json.at("thresholds").get_to(answers.thresholds);
  json.at("account").get_to(answers.account);
  for (const auto& [name, values] : json.at("never").items()) {
    if (const auto field = facet_named(name)) values.get_to(answers.never[*field]);
  }
}

void to_json(nlohmann::json& json, const RequestSettings& requests) {
  json = {{"retention_days", requests.retention_days}, {"audit_days", requests.audit_days}};
}

void from_json(const nlohmann::json& json, RequestSettings& requests) {
  json.at("retention_days").get_to(requests.retention_days);
  requests.audit_days = json.value("audit_days", requests.audit_days);
}

void to_json(nlohmann::json& json, const FeedbackSettings& feedback) {
  json = {{"improvements", feedback.improvements}, {"changed_days", feedback.changed_days}};
}

void from_json(const nlohmann::json& json, FeedbackSettings& feedback) {
  json.at("improvements").get_to(feedback.improvements);
  json.at("changed_days").get_to(feedback.changed_days);
}

void to_json(nlohmann::json& json, const InsightSettings& insights) {
  json = {{"on", insights.on},
          {"retention_days", insights.retention_days},
          {"least_visits", insights.least_visits}};
}

void from_json(const nlohmann::json& json, InsightSettings& insights) {
  json.at("on").get_to(insights.on);
  json.at("retention_days").get_to(insights.retention_days);
  json.at("least_visits").get_to(insights.least_visits);
}

std::string site_to_json(const Site& site) {
  nlohmann::json json = {{"title", site.title},
                         {"description", site.description},
                         {"base_url", site.base_url},
                         {"languages", site.languages},
                         {"default_language", site.default_language},
                         {"categories", all_categories(site)},
                         {"brand_color", site.brand_color},
                         {"logo", site.logo},
                         {"popular", site.popular},
                         {"strip_template_tags", site.strip_template_tags},
                         {"exclude", site.exclude},
                         {"meaning", site.meaning},
                         {"answers", site.answers},
                         {"ranking", {{"clicks", site.ranking.clicks}}},
                         {"requests", site.requests},
                         {"feedback", site.feedback},
                         {"insights", site.insights},
                         {"contact", contact_json(site.contact)},
                         {"edit_url", site.edit_url},
                         {"edit_link", site.edit_link},
                         {"cards", site.cards},
                         {"synonyms", site.synonyms},
                         {"best_bets", site.best_bets},
                         {"pinned_answers", site.pinned_answers},
                         {"redirects", site.redirects}};
  if (site.dialects) json["dialects"] = names_of(*site.dialects);
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

Site site_from_json(std::string_view text) {
  try {
    check_json(text, kLimits);
    const nlohmann::json json = nlohmann::json::parse(text);
    Site site;
    json.at("title").get_to(site.title);
    json.at("description").get_to(site.description);
    json.at("base_url").get_to(site.base_url);
    json.at("languages").get_to(site.languages);
    json.at("default_language").get_to(site.default_language);
    json.at("categories").get_to(site.categories);
    json.at("brand_color").get_to(site.brand_color);
    json.at("logo").get_to(site.logo);
    json.at("popular").get_to(site.popular);
    json.at("strip_template_tags").get_to(site.strip_template_tags);
    json.at("exclude").get_to(site.exclude);
    json.at("synonyms").get_to(site.synonyms);
    json.at("best_bets").get_to(site.best_bets);
    // Generations from before there were any must still open, to roll back to and to compare with.
    if (json.contains("meaning")) json["meaning"].get_to(site.meaning);
    if (json.contains("answers")) json["answers"].get_to(site.answers);
    if (json.contains("requests")) json["requests"].get_to(site.requests);
    if (json.contains("ranking")) json["ranking"].at("clicks").get_to(site.ranking.clicks);
    if (json.contains("feedback")) json["feedback"].get_to(site.feedback);
    if (json.contains("insights")) json["insights"].get_to(site.insights);
    if (json.contains("contact")) site.contact = contact_from_json(json["contact"]);
    if (json.contains("edit_url")) json["edit_url"].get_to(site.edit_url);
    if (json.contains("edit_link")) json["edit_link"].get_to(site.edit_link);
    if (json.contains("cards")) json["cards"].get_to(site.cards);
    if (json.contains("pinned_answers")) json["pinned_answers"].get_to(site.pinned_answers);
    if (json.contains("redirects")) json["redirects"].get_to(site.redirects);
    if (json.contains("dialects")) {
      site.dialects.emplace();
      for (const std::string& name : json["dialects"].get<std::vector<std::string>>()) {
        if (const auto dialect = parse_dialect(name)) site.dialects->add(*dialect);
      }
    }
    if (site.languages.empty()) throw Error(ErrorKind::corrupt, "site settings name no language");
    return site;
  } catch (const nlohmann::json::exception& e) {
    throw Error(ErrorKind::corrupt, std::string("site settings: ") + e.what());
  }
}

}  // namespace signpost
