// insight_view.cc - see insight_view.h.
#include "pages/insight_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "api/addresses.h"
#include "base/dates.h"
#include "net/url.h"
#include "pages/plot/plot.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

using Figure = int64_t (*)(const InsightFigures& figures);

struct NamedFigure {
  const char* text;  // key of its name
  Figure figure;
};
constexpr NamedFigure kSearches = {"insights_searches",
                                   [](const InsightFigures& all) { return all.searches; }};
constexpr NamedFigure kWithoutResult = {"insights_without_result",
                                        [](const InsightFigures& all) { return all.without_result; }};
constexpr NamedFigure kWithoutClick = {"insights_without_click",
                                       [](const InsightFigures& all) { return all.without_click(); }};
constexpr NamedFigure kAnswered = {"insights_answered",
                                   [](const InsightFigures& all) { return all.answered; }};
constexpr NamedFigure kRefused = {"insights_refused", [](const InsightFigures& all) { return all.refused; }};
constexpr NamedFigure kUnhelpful = {"insights_unhelpful",
                                    [](const InsightFigures& all) { return all.unhelpful; }};
constexpr NamedFigure kSolved = {"insights_solved", [](const InsightFigures& all) { return all.solved; }};
constexpr NamedFigure kLeft = {"insights_left", [](const InsightFigures& all) { return all.left; }};
constexpr NamedFigure kSent = {"insights_sent", [](const InsightFigures& all) { return all.sent; }};

std::string grouped(int64_t number) {
  return format_number(static_cast<uint64_t>(std::max<int64_t>(number, 0)));
}

class InsightDrawer {
 public:
  InsightDrawer(const PageContext& context, const InsightReport& report)
      : context_(context), report_(report) {}

  Json figures() const;
  Json charts() const;
  Json lists() const;
  std::string range() const {
    const InsightQuestion& asked = report_.question;
    return context_.strings().fill("insights_range",
                                   {{"from", context_.strings().date(format_day(asked.first_day()))},
                                    {"to", context_.strings().date(format_day(asked.today))}});
  }

 private:
  struct List {
    const char* id;  // of its table, too
    const char* heading;
    const QueryList& queries;
    const char* column;
    int64_t (*figure)(const QuerySums& sums);
  };

  std::string text(const std::string& key) const { return context_.strings().text(key); }
  std::string share(int64_t part, int64_t whole) const;
  Json figure(const char* name, int64_t number, const std::string& share_label = "") const;
  // A table as a file, and its name for who hears the links.
  Json table(const std::string& name, const std::string& heading) const;
  Json columns(const char* first, const std::vector<NamedFigure>& figures) const;
  Json row(const std::string& head, const std::vector<NamedFigure>& figures, const InsightFigures& of) const;
  struct DayChart {
    const char* id;
    const char* heading;
    const char* lead;  // null for none
    const char* file;
  };
  Json by_day(const DayChart& what, const std::vector<NamedFigure>& figures) const;
  Json by_language() const;
  Json refusals() const;
  Json query_row(const QueryLine& line, const List& list) const;
  Json list(const List& list) const;
  Json articles() const;
  std::string badge(const std::string& lang) const {
    return report_.question.lang.empty() ? language_label(context_, lang) : "";
  }

  const PageContext& context_;
  const InsightReport& report_;
};

Json cells(const std::vector<int64_t>& numbers) {
  Json list = Json::array();
  for (const int64_t number : numbers) list.push_back({{"cell", grouped(number)}});
  return list;
}

std::string InsightDrawer::share(int64_t part, int64_t whole) const {
  if (whole <= 0) return "";
  const int64_t tenths = per_mille(part, whole);
  return context_.strings().fill("insights_percent",
                                 {{"n", std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)}});
}

Json InsightDrawer::figure(const char* name, int64_t number, const std::string& share_label) const {
  return {{"figure_label", text(name)}, {"number", grouped(number)}, {"share_label", share_label}};
}

Json InsightDrawer::figures() const {
  const InsightFigures& total = report_.total;
  Json list = Json::array();
  list.push_back(figure("insights_searches", total.searches));
  list.push_back(
      figure("insights_without_result", total.without_result, share(total.without_result, total.searches)));
  list.push_back(
      figure("insights_without_click", total.without_click(), share(total.without_click(), total.searches)));
  list.push_back(figure("insights_answered", total.answered));
  list.push_back(
      figure("insights_refused", total.refused, share(total.refused, total.answered + total.refused)));
  list.push_back(figure("insights_article_visits", total.article_visits));
  list.push_back(figure("insights_read", total.read));
  list.push_back(figure("insights_contact_begun", total.contact_begun));
  list.push_back(figure("insights_contact_sent", total.contact_sent));
  list.push_back(figure("insights_visits", total.visits));
  list.push_back(figure("insights_not_counted", total.not_counted));
  if (total.dropped > 0) list.push_back(figure("insights_dropped", total.dropped));
  return list;
}

Json InsightDrawer::table(const std::string& name, const std::string& heading) const {
  return {{"chart_label", heading},
          {"csv_url", insight_file_url(report_.question, name + ".csv")},
          {"json_url", insight_file_url(report_.question, name + ".json")}};
}

Json InsightDrawer::columns(const char* first, const std::vector<NamedFigure>& figures) const {
  Json list = Json::array();
  list.push_back({{"column_label", text(first)}});
  for (const NamedFigure& one : figures) list.push_back({{"column_label", text(one.text)}});
  return list;
}

Json InsightDrawer::row(const std::string& head, const std::vector<NamedFigure>& figures,
                        const InsightFigures& of) const {
  std::vector<int64_t> numbers;
  numbers.reserve(figures.size());
  for (const NamedFigure& one : figures) numbers.push_back(one.figure(of));
  return {{"head", head}, {"head_url", ""}, {"badge", ""}, {"cells", cells(numbers)}};
}

Json InsightDrawer::by_day(const DayChart& what, const std::vector<NamedFigure>& figures) const {
  const std::string heading = text(what.heading);
  Json chart = table(what.file, heading);
  LinePlot plot{
      .words = {.id = std::string("plot-") + what.id, .title = heading, .description = range() + "."},
      .points = {},
      .series = {}};
  Json series = Json::array(), rows = Json::array();
  for (size_t i = 0; i < figures.size(); ++i) {
    PlotSeries line{.name = text(figures[i].text), .figures = {}};
    line.figures.reserve(report_.days.size());
    for (const InsightDay& day : report_.days) line.figures.push_back(figures[i].figure(day.figures));
    series.push_back({{"colour", "plot-" + std::to_string(i + 1)}, {"figure_label", line.name}});
    plot.words.description += " " + line.name + ": " + grouped(figures[i].figure(report_.total)) + ".";
    plot.series.push_back(std::move(line));
  }
  plot.points.reserve(report_.days.size());
  for (const InsightDay& day : report_.days) {
    const std::string date = format_day(day.day);
    plot.points.push_back(context_.strings().short_date(date));
    rows.push_back(row(context_.strings().date(date), figures, day.figures));
  }
  std::reverse(rows.begin(), rows.end());  // the newest first, which people ask for
  chart.update({{"id", what.id},
                {"lead_label", what.lead == nullptr ? "" : text(what.lead)},
                {"svg", draw_lines(plot)},
                {"has_series", true},
                {"series", std::move(series)},
                {"columns", columns("insights_day", figures)},
                {"rows", std::move(rows)}});
  return chart;
}

Json InsightDrawer::by_language() const {
  const std::vector<NamedFigure> figures = {kSearches, kWithoutResult, kWithoutClick};
  const std::string heading = text("insights_by_language");
  BarPlot plot{.words = {.id = "plot-languages", .title = heading, .description = range() + "."}, .bars = {}};
  plot.bars.reserve(report_.languages.size());
  Json rows = Json::array();
  for (const InsightLanguage& one : report_.languages) {
    const std::string name = language_label(context_, one.lang);
    plot.bars.push_back({name, one.figures.searches});
    plot.words.description += " " + name + ": " + grouped(one.figures.searches) + ".";
    rows.push_back(row(name, figures, one.figures));
  }
  Json chart = table("languages", heading);
  chart.update({{"id", "languages"},
                {"lead_label", ""},
                {"svg", draw_bars(plot)},
                {"has_series", false},
                {"columns", columns("staff_language", figures)},
                {"rows", std::move(rows)}});
  return chart;
}

Json InsightDrawer::refusals() const {
  const std::string heading = text("insights_refusals");
  BarPlot plot{.words = {.id = "plot-refusals", .title = heading, .description = range() + "."}, .bars = {}};
  plot.bars.reserve(report_.refusals.size());
  Json rows = Json::array();
  for (const RefusalCount& one : report_.refusals) {
    const std::string name = context_.strings().text_or("insights_reason_" + one.reason, one.reason);
    plot.bars.push_back({name, one.number});
    plot.words.description += " " + name + ": " + grouped(one.number) + ".";
    rows.push_back({{"head", name}, {"head_url", ""}, {"badge", ""}, {"cells", cells({one.number})}});
  }
  Json chart = table("refusals", heading);
  chart.update({{"id", "refusals"},
                {"lead_label", ""},
                {"svg", draw_bars(plot)},
                {"has_series", false},
                {"columns", columns("insights_reason", {kRefused})},
                {"rows", std::move(rows)}});
  return chart;
}

Json InsightDrawer::charts() const {
  Json list = Json::array();
  list.push_back(by_day({"searches", "insights_searches_by_day", "insights_searches_lead", "days"},
                        {kSearches, kWithoutResult, kWithoutClick}));
  list.push_back(by_day({"outcomes", "insights_outcomes_by_day", "insights_outcomes_lead", "outcomes"},
                        {kSolved, kLeft, kSent}));
  list.push_back(
      by_day({"answers", "insights_answers_by_day", nullptr, "days"}, {kAnswered, kRefused, kUnhelpful}));
  if (!report_.languages.empty()) list.push_back(by_language());
  if (!report_.refusals.empty()) list.push_back(refusals());
  return list;
}

Json InsightDrawer::query_row(const QueryLine& line, const List& list) const {
  return {{"head", line.text},
          {"head_url", with_query("/search", Parameters({{"q", line.text}, {"lang", line.lang}}))},
          {"badge", badge(line.lang)},
          {"cells", cells({line.sums.visits, line.sums.searches, list.figure(line.sums)})}};
}

Json InsightDrawer::list(const List& list) const {
  Json view = table(list.id, text(list.heading));
  Json rows = Json::array();
  for (const QueryLine& line : list.queries.lines) rows.push_back(query_row(line, list));
  const int64_t rare = list.queries.rare.queries;
  if (rare > 0)
    rows.push_back({{"head", context_.strings().plural("insights_rare", rare)},
                    {"head_url", ""},
                    {"badge", ""},
                    {"cells", cells({list.queries.rare.sums.visits, list.queries.rare.sums.searches,
                                     list.figure(list.queries.rare.sums)})}});
  Json names = Json::array();
  for (const char* name : {"insights_query", "insights_visits", "insights_searches", list.column})
    names.push_back({{"column_label", text(name)}});
  view.update({{"id", list.id},
               {"has_rows", !rows.empty()},
               {"columns", std::move(names)},
               {"rows", std::move(rows)}});
  return view;
}

Json InsightDrawer::articles() const {
  Json view = table("contact", text("insights_list_contact"));
  Json rows = Json::array();
  for (const ArticleLine& line : report_.contact) {
    const auto found = context_.generation->searcher().article(line.article, line.lang);
    rows.push_back({{"head", found ? found->document.title : line.article},
                    {"head_url", found ? page_url(found->url, "") : ""},
                    {"badge", badge(line.lang)},
                    {"cells", cells({line.sums.visits, line.sums.contact_begun, line.sums.contact_sent})}});
  }
  Json names = Json::array();
  for (const char* name :
       {"insights_article", "insights_article_visits", "insights_contact_begun", "insights_contact_sent"})
    names.push_back({{"column_label", text(name)}});
  view.update({{"id", "contact"},
               {"has_rows", !rows.empty()},
               {"columns", std::move(names)},
               {"rows", std::move(rows)}});
  return view;
}

Json InsightDrawer::lists() const {
  Json all = Json::array();
  const auto without_click = [](const QuerySums& sums) { return sums.without_click(); };
  all.push_back(
      list({"asked", "insights_list_asked", report_.asked, "insights_without_click", without_click}));
  all.push_back(list({"without_result", "insights_list_without_result", report_.without_result,
                      "insights_without_result", [](const QuerySums& sums) { return sums.without_result; }}));
  all.push_back(list({"without_click", "insights_list_without_click", report_.without_click,
                      "insights_without_click", without_click}));
  all.push_back(list({"refused", "insights_list_refused", report_.refused, "insights_refused",
                      [](const QuerySums& sums) { return sums.refused; }}));
  all.push_back(articles());
  return all;
}

}  // namespace

Json insight_view(const PageContext& context, const InsightReport& report) {
  const InsightDrawer drawer(context, report);
  return {{"range_label", drawer.range()}, {"any", report.total != InsightFigures()},
          {"figures", drawer.figures()},   {"charts", drawer.charts()},
          {"lists", drawer.lists()},       {"json_url", insight_file_url(report.question, "all.json")}};
}

std::string insight_file_url(const InsightQuestion& question, const std::string& file) {
  Parameters parameters({{"days", std::to_string(question.period)}});
  if (!question.lang.empty()) parameters.add("language", question.lang);
  return with_query(std::string(kInsightsPath) + "/" + file, parameters);
}

}  // namespace signpost
