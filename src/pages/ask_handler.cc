// ask_handler.cc - asking as a conversation (/ask, /{lang}/ask): its state is the address.
#include <nlohmann/json.hpp>

#include "api/answer_operation.h"
#include "api/answer_parameters.h"
#include "api/noticed_search.h"
#include "api/search_operation.h"
#include "api/search_parameters.h"
#include "api/short_texts.h"
#include "base/shown_text.h"
#include "content/versions.h"
#include "net/url.h"
#include "pages/answer_view.h"
#include "pages/narrowing.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr size_t kMissesUntilPeople = 2;
// Where the newest turn of the conversation stands, so that a keyboard goes on from there.
constexpr char kNow[] = "#~now";

PageInfo ask_info(const PageContext& context, const std::string& question) {
  PageInfo info;
  info.kind = "ask";
  info.title = question.empty() ? context.strings().text("ask_title") : question;
  info.noindex = true;
  if (!question.empty()) info.carried.add("q", question);
  for (const Language& language : context.site().languages)
    info.in_language[language.code] = ask_path(language.code);
  return info;
}

// What did not help, with the titles that are known.
Json missed_views(const PageContext& context, const AnswerRequest& request) {
  Json views = Json::array();
  for (const RejectedSource& source : request.rejected) {
    const auto document = context.generation->searcher().quotable(source.id, context.lang);
    if (document)
      views.push_back({{"title", short_title(document->meta().title)},
                       {"place", source.id + "#" + source.anchor},
                       {"url", page_url(document->url(), source.anchor)}});
  }
  if (!views.empty()) views.back()["why"] = why_view(context, request.rejected);
  return views;
}

// As a range is read out: "3.1 and later".
std::string version_label(const Strings& strings, const std::string& range) {
  if (range.find_first_of("<>=") == std::string::npos) return range;
  const VersionLimits limits = limits_of(range);
  if (limits.before.empty()) return strings.fill("version_from", {{"from", limits.from}});
  if (limits.from.empty()) return strings.fill("version_before", {{"before", limits.before}});
  return strings.fill("version_between", {{"from", limits.from}, {"before", limits.before}});
}

// What a value is called that the question is narrowed to, or may be.
std::string choice_label(const PageContext& context, std::string_view parameter, const std::string& value) {
  const auto facet = facet_named(parameter);
  return short_name(facet ? facet_value_label(context.operation(), *facet, value, value)
                          : version_label(context.strings(), value));
}

// What the question is narrowed to, each with the link that takes it away.
Json narrowed_views(const PageContext& context, const AnswerParameters& asked, const AnswerLinks& links) {
  Json views = Json::array();
  for (const auto& [name, value] : asked.carried.items()) {
    if (!facet_named(name) && name != kAskedVersion.name) continue;
    views.push_back({{"label", choice_label(context, name, value)},
                     {"url", with_query(links.path, links.asked.without(name, value))}});
  }
  return views;
}

void add_narrowing(const PageContext& context, const AnswerRequest& request, const AnswerResponse& found,
                   const AnswerLinks& links, Json& view) {
  const auto asked_back = narrowing(context.operation(), request, found);
  view["asks_back"] =
      asked_back ? context.strings().text("ask_which_" + std::string(asked_back->parameter)) : "";
  if (!asked_back) return;
  Json& values = view["choices"] = Json::array();
  for (const std::string& value : asked_back->values) {
    values.push_back(
        {{"label", choice_label(context, asked_back->parameter, value)},
         {"url", with_query(links.path, links.asked.with(asked_back->parameter, value)) + kNow}});
  }
}

// The newest turn: a quotation, or why there is none and who can help.
void add_turn(const PageContext& context, const AnswerRequest& request, const AnswerResponse& found,
              const AnswerLinks& links, Json& view) {
  const Strings& strings = context.strings();
  const bool gives_up = request.rejected.size() >= kMissesUntilPeople;
  if (found.quotation && !gives_up) {
    view["quotation"] = quotation_view(context, *found.quotation, links);
    if (!links.answered) add_narrowing(context, request, found, links, view);
    return;
  }
  const RefusalReason reason = found.refusal.value_or(RefusalReason::low_confidence);
  const bool about_account = reason == RefusalReason::account;
  view["refusal_text"] =
      strings.text(gives_up ? "ask_gives_up" : "refusal_" + std::string(to_string(reason)));
  if (!gives_up && !about_account) add_narrowing(context, request, found, links, view);
  view["others"] = about_account ? Json::array() : source_views(context, found.others);
  view["has_others"] = !view["others"].empty();
  Json ways = ways_to_people(context, links.asked);
  const Parameters words({{"q", found.search.query.text}, {"lang", context.lang}});
  ways.push_back({{"url", with_query("/search", words)}, {"way_label", strings.text("way_results")}});
  view["ways"] = std::move(ways);
}

Json conversation(const PageContext& context, const AnswerParameters& asked, const AnswerResponse& found) {
  const AnswerRequest& request = asked.request;
  AnswerLinks links{encode_path(context.request.path), Parameters({{"q", found.search.query.text}}),
                    context.request.query.get(kAnsweredParameter) == "1", kNow};
  for (const auto& [name, value] : asked.carried.items()) links.asked.add(name, value);
  Json view = {{"missed", missed_views(context, request)},
               {"narrowed", narrowed_views(context, asked, links)}};
  view["has_narrowed"] = !view["narrowed"].empty();
  add_turn(context, request, found, links, view);
  return view;
}

}  // namespace

Response draw_ask(const PageContext& context) {
  if (!context.site().answers.on) return text_response(404, "");
  const AnswerParameters asked = parse_answer_parameters(context.request.query, context.lang);
  if (!asked.errors.empty()) return text_response(400, "");
  const AnswerResponse found = find_answer(context.operation(), asked.request);
  const SearchAnswer searched = search_answer(context.operation(), asked.request.search, found.search);
  const std::string& question = found.search.query.text;
  PageInfo info = ask_info(context, question);
  info.incidents = searched.incidents;
  Json view = page_view(context, info);
  view["search"] = {{"q", without_bidi_controls(question)}};
  view["ask_url"] = asking_url(context);
  view["ask"] = question.empty() ? Json::object() : conversation(context, asked, found);
  Response response = page_response(context, "ask", view);
  add_facts(facts_of(searched), response);
  response.noticed = noticed_question(context.operation(), asked.request, found, found.search);
  if (found.search.model_missed) response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
