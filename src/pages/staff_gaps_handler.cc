// staff_gaps_handler.cc - what visitors looked for and didn't find, for staff (/staff/gaps), and one of it,
// with what they can do about it (/staff/gaps/{gap}).
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/staff_gaps.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/staff_view.h"
#include "report/gap_lines.h"

namespace signpost {
namespace {

constexpr size_t kGapsPerPage = 50;
constexpr Parameter kGapsPage{
    .name = "page", .type = ParameterType::number, .least = 1, .most = 1'000'000, .otherwise = 1};
constexpr std::string_view kAllGaps = "all";

// In the order of the states: what each is called, and what that means.
struct StateTexts {
  const char* label;
  const char* meaning;
};
constexpr StateTexts kStateTexts[] = {{"gap_open", "gap_open_text"},
                                      {"gap_answered", "gap_answered_text"},
                                      {"gap_closed", "gap_closed_text"},
                                      {"gap_not_topic", "gap_not_topic_text"}};
static_assert(std::size(kStateTexts) == std::size(kGapStates));

std::string gap_label(const PageContext& context, GapState state) {
  return context.strings().text(kStateTexts[static_cast<size_t>(state)].label);
}

std::string gap_url(int64_t number) { return std::string(kGapsPath) + "/" + shown_gap(number); }

// Open ones, where no other state is asked for.
std::optional<GapState> state_asked(const Parameters& asked) {
  const std::string state = asked.get("state").value_or("");
  if (state == kAllGaps) return std::nullopt;
  return gap_state_named(state).value_or(GapState::open);
}

Json gap_choices(const PageContext& context, std::optional<GapState> chosen) {
  Json choices = Json::array();
  for (const GapState state : kGapStates)
    choices.push_back(staff_choice(std::string(name_of(state)), gap_label(context, state), chosen == state));
  choices.push_back(staff_choice(std::string(kAllGaps), context.strings().text("staff_all"), !chosen));
  return choices;
}

Json gap_head(const PageContext& context, const ShownGap& shown) {
  const Gap& gap = shown.gap;
  return {
      {"gap", shown_gap(gap.number)},
      {"url", gap_url(gap.number)},
      {"asked", shown.examples.empty() ? "" : shown.examples.front().text},
      {"asked_lang", shown.examples.empty() ? "" : shown.examples.front().lang},
      {"state_label", gap_label(context, gap.state)},
      {"is_over", gap.state == GapState::closed || gap.state == GapState::not_topic},
      {"lost_label", context.strings().plural("gap_lost", gap.sums.lost)},
      {"queries_label", context.strings().plural("gap_queries", static_cast<int64_t>(gap.queries.size()))},
      {"requests_label",
       shown.requests.empty()
           ? ""
           : context.strings().plural("staff_requests", static_cast<int64_t>(shown.requests.size()))},
      {"language_name", language_label(context, gap.lang)}};
}

Json figures_view(const PageContext& context, const GapSums& sums) {
  const std::pair<const char*, int64_t> figures[] = {{"gap_visits", sums.visits},
                                                     {"gap_visits_lost", sums.lost},
                                                     {"gap_without_result", sums.without_result},
                                                     {"gap_without_click", sums.without_click},
                                                     {"gap_refused", sums.refused},
                                                     {"gap_unhelpful", sums.unhelpful},
                                                     {"gap_contact", sums.contact}};
  Json view = Json::array();
  for (const auto& [name, number] : figures)
    view.push_back({{"figure_label", context.strings().text(name)}, {"number", std::to_string(number)}});
  return view;
}

Json example_views(const PageContext& context, const std::vector<GapExample>& examples) {
  Json views = Json::array();
  for (const GapExample& example : examples)
    views.push_back({{"text", example.text},
                     {"lang", example.lang},
                     {"language_name", language_label(context, example.lang)},
                     {"visits_label", context.strings().plural("gap_asked", example.visits)}});
  return views;
}

// Without an address where it is gone meanwhile.
Json article_view(const PageContext& context, const GapArticle& article) {
  const auto found = context.generation->searcher().article(article.id, article.lang);
  return {{"title", article.title},
          {"lang", article.lang},
          {"language_name", language_label(context, article.lang)},
          {"url", found ? found->url : ""}};
}

// The latest first.
Json change_views(const PageContext& context, const std::vector<GapChange>& changes) {
  Json views = Json::array();
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    Json view = moment_view(context, change->at);
    view["state_label"] = gap_label(context, change->state);
    view["author"] = change->author;
    views.push_back(std::move(view));
  }
  return views;
}

Json sent_views(const PageContext& context, const std::vector<SentSource>& sent) {
  Json views = Json::array();
  for (const SentSource& one : sent) {
    Json view = article_view(context, {one.source.id, one.source.lang, one.source.title});
    if (const std::string url = view["url"]; !url.empty()) view["url"] = page_url(url, one.source.anchor);
    view["times_label"] = context.strings().plural("gap_sent", one.times);
    view["helped_label"] = one.helped == 0 ? "" : context.strings().plural("gap_helped", one.helped);
    views.push_back(std::move(view));
  }
  return views;
}

Json request_links(const std::vector<std::string>& codes) {
  Json views = Json::array();
  for (const std::string& code : codes) views.push_back({{"code", code}, {"url", staff_request_url(code)}});
  return views;
}

Json whole_gap(const PageContext& context, const ShownGap& shown) {
  const Gap& gap = shown.gap;
  Json view = gap_head(context, shown);
  const size_t rare = gap.queries.size() - std::min(gap.queries.size(), shown.examples.size());
  view.update(
      {{"state_text", context.strings().text(kStateTexts[static_cast<size_t>(gap.state)].meaning)},
       {"figures", figures_view(context, gap.sums)},
       {"examples", example_views(context, shown.examples)},
       {"rare_label", rare == 0 ? "" : context.strings().plural("gap_rare", static_cast<int64_t>(rare))},
       {"has_nearest", !gap.nearest.empty()},
       {"changes", change_views(context, gap.changes)},
       {"article", new_article(gap, shown.examples)},
       {"article_command", "signpost-desk gap new-article " + shown_gap(gap.number)},
       {"synonyms", synonym_line(gap, shown.examples)},
       {"synonyms_file", "synonyms/" + gap.lang + ".txt"},
       {"best_bet", best_bet_lines(gap, shown.examples)},
       {"golden", golden_lines(gap, shown.examples)},
       {"is_topic", gap.state != GapState::not_topic}});
  view["has_sent"] = !shown.sent.empty();
  view["sent"] = sent_views(context, shown.sent);
  view["has_requests"] = !shown.requests.empty();
  view["requests"] = request_links(shown.requests);
  view["nearest"] = Json::array();
  for (const GapArticle& article : gap.nearest) view["nearest"].push_back(article_view(context, article));
  if (gap.proof) view["proof"] = article_view(context, *gap.proof);
  return view;
}

}  // namespace

Response draw_staff_gaps(const PageContext& context) {
  const Parameters& asked = context.request.query;
  std::vector<FieldError> ignored;  // a page that is no number is the first
  const uint32_t page = read_number(asked, kGapsPage, ignored);
  const auto state = state_asked(asked);
  const auto all = staff_gaps(context.operation(), state, (size_t{page} - 1) * kGapsPerPage, kGapsPerPage);
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  const GapsFound& found = std::get<GapsFound>(all);
  Json view = staff_view(context, context.strings().text("staff_gaps"));
  Json rows = Json::array();
  for (const ShownGap& shown : found.gaps) rows.push_back(gap_head(context, shown));
  view["has_gaps"] = !rows.empty();
  view["gaps"] = std::move(rows);
  view["gaps_path"] = kGapsPath;
  view["count_label"] = context.strings().plural("gap_count", static_cast<int64_t>(found.total));
  view["states"] = gap_choices(context, state);
  const auto url = [&](uint64_t number) {
    return with_query(std::string(kGapsPath), asked.without("page").with("page", std::to_string(number)));
  };
  add_pages(page, (found.total + kGapsPerPage - 1) / kGapsPerPage, url, view);
  return staff_page(context, "staff_gaps", view);
}

Response draw_staff_gap(const PageContext& context) {
  const auto found = staff_gap(context.operation(), context.arguments.back());
  if (const auto* problem = std::get_if<Problem>(&found))
    return staff_error_page(context, problem->status, "staff_no_gap");
  const auto& shown = std::get<ShownGap>(found);
  Json view = staff_view(context, shown_gap(shown.gap.number));
  view["gap"] = whole_gap(context, shown);
  view["gaps_path"] = kGapsPath;
  return staff_page(context, "staff_gap", view);
}

// Staff say what is their topic; all else follows from what visitors do.
Response change_staff_gap(const PageContext& context) {
  const auto state = gap_state_named(parse_query_string(context.request.body).get("state").value_or(""));
  if (state != GapState::open && state != GapState::not_topic) return staff_error_page(context, 400);
  const std::string& number = context.arguments.back();
  const auto problem = change_staff_gap(context.operation(), number, *state, context.staff->name);
  if (problem) return staff_error_page(context, problem->status, "staff_no_gap");
  return redirect(303, gap_url(parse_gap(number).value_or(0)));
}

}  // namespace signpost
