// answer_view.cc - see answer_view.h.
#include "pages/answer_view.h"

#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/answer_operation.h"
#include "api/answer_parameters.h"
#include "api/channels_operation.h"
#include "api/search_operation.h"
#include "api/short_texts.h"
#include "base/shown_text.h"
#include "content/text_direction.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/search_view.h"
#include "pages/text_fragment.h"

namespace signpost {
namespace {

Json heading_views(const std::vector<std::string>& headings) {
  Json views = Json::array();
  for (const std::string& heading : headings)
    views.push_back({{"text", short_name(heading)}, {"first", views.empty()}});
  return views;
}

Json source_view(const PageContext& context, const AnswerSource& source) {
  return {{"lang", source.lang},
          {"dir", text_direction(source.lang)},
          {"lang_badge", language_badge(context, source.lang)},
          {"internal_label", internal_label(context.strings(), source.internal)},
          {"title", short_title(source.title)},
          {"path", heading_views(source.path)},
          {"url", source_url(source)}};
}

}  // namespace

std::string asking_url(const PageContext& context) {
  return context.site().answers.on ? ask_path(context.lang) : "";
}

Json quotation_view(const PageContext& context, const Quotation& quotation, const AnswerLinks& links) {
  const Strings& strings = context.strings();
  const size_t rejected = links.asked.all(kRejected.name).size();
  Json view = source_view(context, quotation.source);
  view["html"] = quotation.html;
  view["href"] = place_of_quotation(quotation);
  view["accepted"] = quotation.kind == AnswerKind::community;
  view["updated_label"] = quotation.source.updated.empty()
                              ? ""
                              : strings.fill("updated", {{"date", strings.date(quotation.source.updated)}});
  view["place"] = name_of_source(quotation.source);
  view["answered"] = links.answered;
  view["yes_url"] = with_query(links.path, links.asked.with(kAnsweredParameter, "1")) + links.place;
  view["solved_url"] = context.services.outcomes != nullptr ? outcomes_path(context.lang) : "";
  view["no_url"] =
      rejected < kMaxRejected
          ? with_query(links.path, links.asked.with(kRejected.name, name_of_source(quotation.source))) +
                links.place
          : "";
  return view;
}

Json why_view(const PageContext& context, const std::vector<RejectedSource>& rejected) {
  if (context.services.store == nullptr || rejected.empty()) return nullptr;
  const RejectedSource& last = rejected.back();
  const auto document = context.generation->searcher().quotable(last.id, context.lang);
  if (!document || !document->find_section(last.anchor)) return nullptr;
  return {{"id", last.id}, {"lang", context.lang}, {"anchor", last.anchor}};
}

Json source_views(const PageContext& context, const std::vector<AnswerSource>& sources) {
  Json views = Json::array();
  for (const AnswerSource& source : sources) views.push_back(source_view(context, source));
  return views;
}

Json ways_to_people(const PageContext& context, const Parameters& asked) {
  const std::string question = asked.get("q").value_or("");
  SearchRequest community;
  community.text = question;
  community.lang = context.lang;
  community.per_page = 1;
  community.filters.set(Field::kind, "community");
  Json ways = Json::array();
  Parameters told({{"q", question}});
  for (const std::string& source : asked.all(kRejected.name)) told.add(kRejected.name, source);
  if (context.services.store != nullptr) {
    ways.push_back({{"url", with_query(new_request_path(context.lang), told)},
                    {"way_label", context.strings().text("request_new_title")}});
  }
  if (has_channels(context.operation()))
    ways.push_back({{"url", with_query(contact_path(context.lang), told)},
                    {"way_label", context.strings().text("contact_title")}});
  if (search(context.operation(), community).response.hits.empty()) return ways;
  const Parameters query({{"q", question}, {"lang", context.lang}, {"kind", "community"}});
  ways.push_back(
      {{"url", with_query("/search", query)}, {"way_label", context.strings().text("way_community")}});
  return ways;
}

std::string choice_text(const Strings& strings, const AnswerResponse& response) {
  if (!response.quotation || response.chosen_by == ChosenBy::confidence) return "";
  return strings.text(response.chosen_by == ChosenBy::hand ? "explain_by_hand" : "explain_by_name");
}

Json considered_views(const PageContext& context, const AnswerResponse& response) {
  Json views = Json::array();
  for (const ConsideredQuotation& one : response.considered) {
    const AnswerSource& source = one.quotation.source;
    Json view = source_view(context, source);
    view["href"] = place_of_quotation(one.quotation);
    view["kind_label"] = context.strings().text("kind_" + source.kind);
    view["plain_title"] = without_bidi_controls(short_title(source.title));
    view["quoted"] = short_text(one.quotation.text);
    view["score"] = rounded(one.quotation.confidence);
    view["explanation"] = explanation_views(context.strings(), one.signals);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace signpost
