// staff_insights_handler.cc - what visitors looked for, for staff (/staff/insights), and its tables as files
// (/staff/insights/days.csv, .../all.json).
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "api/staff_insights.h"
#include "base/dates.h"
#include "pages/insight_view.h"
#include "pages/pages.h"
#include "pages/staff_view.h"
#include "report/insight_tables.h"

namespace signpost {
namespace {

constexpr size_t kShownLines = 10;  // of each list; files have all

// What is no period is the usual one, and what is no language of the site is all of them: links of the page
// have both, and must not grow with what an address says.
InsightQuestion question_of(const PageContext& context, size_t most) {
  const Parameters& asked = context.request.query;
  InsightQuestion question;
  const std::string days = asked.get("days").value_or("");
  for (const int period : kInsightPeriods) {
    if (days == std::to_string(period)) question.period = period;
  }
  const std::string lang = asked.get("language").value_or("");  // `lang` is that of the page
  for (const Language& language : context.site().languages) {
    if (language.code == lang) question.lang = lang;
  }
  question.most = most;
  return question;
}

Json period_choices(const PageContext& context, int chosen) {
  Json choices = Json::array();
  for (const int period : kInsightPeriods) {
    const std::string days = std::to_string(period);
    choices.push_back(
        staff_choice(days, context.strings().fill("insights_last_days", {{"n", days}}), period == chosen));
  }
  return choices;
}

}  // namespace

Response draw_staff_insights(const PageContext& context) {
  const InsightQuestion question = question_of(context, kShownLines);
  const auto found = staff_insights(context.operation(), question);
  if (std::holds_alternative<Problem>(found)) return staff_error_page(context, 503);
  Json view = staff_view(context, context.strings().text("staff_insights"));
  view["periods"] = period_choices(context, question.period);
  view["languages"] = staff_languages(context, question.lang);
  view["has_languages"] = context.site().languages.size() > 1;
  view["insights"] = insight_view(context, std::get<InsightReport>(found));
  return staff_page(context, "staff_insights", view);
}

Response send_insight_file(const PageContext& context) {
  const std::string& file = context.arguments.front();
  const size_t dot = std::min(file.rfind('.'), file.size());
  const std::string table = file.substr(0, dot), ending = file.substr(dot);
  const std::vector<std::string> tables = insight_table_names();
  const bool is_all = table == "all" && ending == ".json";
  const bool is_table = std::find(tables.begin(), tables.end(), table) != tables.end() &&
                        (ending == ".csv" || ending == ".json");
  if (!is_all && !is_table) return text_response(404, "");
  const auto found = staff_insights(context.operation(), question_of(context, InsightQuestion().most));
  if (std::holds_alternative<Problem>(found)) return staff_error_page(context, 503);
  const auto& report = std::get<InsightReport>(found);
  const std::string name = "insights-" + table + "-" + format_day(report.question.today) + ending;
  if (is_all)
    return staff_file(name, "application/json", as_json(insight_summary(report), insight_tables(report)));
  const ReportTable rows = *insight_table(report, table);
  return ending == ".csv" ? staff_file(name, "text/csv", as_csv(rows))
                          : staff_file(name, "application/json", as_json(rows));
}

}  // namespace signpost
