// insight_tables.cc - see insight_tables.h.
#include "report/insight_tables.h"

#include <iterator>

#include "base/dates.h"

namespace signpost {
namespace {

struct FigureColumn {
  const char* name;
  int64_t (*figure)(const InsightFigures& figures);
};
constexpr FigureColumn kFigureColumns[] = {
    {"visits", [](const InsightFigures& all) { return all.visits; }},
    {"searches", [](const InsightFigures& all) { return all.searches; }},
    {"without_result", [](const InsightFigures& all) { return all.without_result; }},
    {"without_click", [](const InsightFigures& all) { return all.without_click(); }},
    {"corrected", [](const InsightFigures& all) { return all.corrected; }},
    {"answered", [](const InsightFigures& all) { return all.answered; }},
    {"refused", [](const InsightFigures& all) { return all.refused; }},
    {"unhelpful", [](const InsightFigures& all) { return all.unhelpful; }},
    {"article_visits", [](const InsightFigures& all) { return all.article_visits; }},
    {"read", [](const InsightFigures& all) { return all.read; }},
    {"contact_begun", [](const InsightFigures& all) { return all.contact_begun; }},
    {"contact_sent", [](const InsightFigures& all) { return all.contact_sent; }},
    {"not_counted", [](const InsightFigures& all) { return all.not_counted; }},
    {"dropped", [](const InsightFigures& all) { return all.dropped; }},
};
constexpr FigureColumn kOutcomeColumns[] = {
    {"solved", [](const InsightFigures& all) { return all.solved; }},
    {"left", [](const InsightFigures& all) { return all.left; }},
    {"sent", [](const InsightFigures& all) { return all.sent; }},
};

template <size_t size>
ReportTable figure_table(const char* name, const char* first, const FigureColumn (&columns)[size]) {
  ReportTable table{.name = name, .columns = {first}, .rows = {}};
  for (const FigureColumn& column : columns) table.columns.emplace_back(column.name);
  return table;
}

template <size_t size>
void add_figures(ReportTable& table, std::string first, const InsightFigures& figures,
                 const FigureColumn (&columns)[size]) {
  std::vector<ReportCell> row;
  row.reserve(size + 1);
  row.emplace_back(std::move(first));
  for (const FigureColumn& column : columns) row.emplace_back(column.figure(figures));
  table.rows.push_back(std::move(row));
}

template <size_t size>
ReportTable day_table(const char* name, const InsightReport& report, const FigureColumn (&columns)[size]) {
  ReportTable table = figure_table(name, "day", columns);
  for (const InsightDay& day : report.days) add_figures(table, format_day(day.day), day.figures, columns);
  return table;
}

ReportTable languages_table(const InsightReport& report) {
  ReportTable table = figure_table("languages", "lang", kFigureColumns);
  for (const InsightLanguage& one : report.languages)
    add_figures(table, one.lang, one.figures, kFigureColumns);
  return table;
}

ReportTable refusals_table(const InsightReport& report) {
  ReportTable table{.name = "refusals", .columns = {"refused", "reason"}, .rows = {}};
  table.rows.reserve(report.refusals.size());
  for (const RefusalCount& one : report.refusals) table.rows.push_back({one.number, one.reason});
  return table;
}

std::vector<ReportCell> query_row(ReportCell lang, int64_t queries, const QuerySums& sums, ReportCell query) {
  return {std::move(lang),      queries,         sums.visits,   sums.searches, sums.without_result,
          sums.without_click(), sums.corrected,  sums.answered, sums.refused,  sums.unhelpful,
          sums.contact,         std::move(query)};
}

// What hardly anybody asked is the last row, and has no text.
ReportTable query_table(const char* name, const QueryList& list) {
  ReportTable table{.name = name,
                    .columns = {"lang", "queries", "visits", "searches", "without_result", "without_click",
                                "corrected", "answered", "refused", "unhelpful", "contact", "query"},
                    .rows = {}};
  table.rows.reserve(list.lines.size() + 1);
  for (const QueryLine& line : list.lines)
    table.rows.push_back(query_row(line.lang, 1, line.sums, line.text));
  if (list.rare.queries > 0) table.rows.push_back(query_row({}, list.rare.queries, list.rare.sums, {}));
  return table;
}

ReportTable contact_table(const InsightReport& report) {
  ReportTable table{.name = "contact",
                    .columns = {"lang", "visits", "read", "clicks", "contact_begun", "contact_sent",
                                "helpful", "unhelpful", "short_address", "article"},
                    .rows = {}};
  table.rows.reserve(report.contact.size());
  for (const ArticleLine& line : report.contact) {
    const ArticleSums& sums = line.sums;
    table.rows.push_back({line.lang, sums.visits, sums.read, sums.clicks, sums.contact_begun,
                          sums.contact_sent, sums.helpful, sums.unhelpful, sums.short_address, line.article});
  }
  return table;
}

struct TableMaker {
  const char* name;
  ReportTable (*make)(const InsightReport& report);
};
constexpr TableMaker kTables[] = {
    {"days", [](const InsightReport& report) { return day_table("days", report, kFigureColumns); }},
    {"languages", languages_table},
    {"outcomes", [](const InsightReport& report) { return day_table("outcomes", report, kOutcomeColumns); }},
    {"asked", [](const InsightReport& report) { return query_table("asked", report.asked); }},
    {"without_result",
     [](const InsightReport& report) { return query_table("without_result", report.without_result); }},
    {"without_click",
     [](const InsightReport& report) { return query_table("without_click", report.without_click); }},
    {"refused", [](const InsightReport& report) { return query_table("refused", report.refused); }},
    {"refusals", refusals_table},
    {"contact", contact_table},
};

}  // namespace

std::vector<std::string> insight_table_names() {
  std::vector<std::string> names;
  names.reserve(std::size(kTables));
  for (const TableMaker& table : kTables) names.emplace_back(table.name);
  return names;
}

std::optional<ReportTable> insight_table(const InsightReport& report, std::string_view name) {
  for (const TableMaker& table : kTables) {
    if (table.name == name) return table.make(report);
  }
  return std::nullopt;
}

std::vector<ReportTable> insight_tables(const InsightReport& report) {
  std::vector<ReportTable> tables;
  tables.reserve(std::size(kTables));
  for (const TableMaker& table : kTables) tables.push_back(table.make(report));
  return tables;
}

std::vector<std::pair<std::string, ReportCell>> insight_summary(const InsightReport& report) {
  const InsightQuestion& asked = report.question;
  std::vector<std::pair<std::string, ReportCell>> values = {{"from", format_day(asked.first_day())},
                                                            {"to", format_day(asked.today)},
                                                            {"period", int64_t{asked.period}},
                                                            {"lang", asked.lang}};
  for (const FigureColumn& column : kFigureColumns)
    values.emplace_back(column.name, column.figure(report.total));
  for (const FigureColumn& column : kOutcomeColumns)
    values.emplace_back(column.name, column.figure(report.total));
  return values;
}

}  // namespace signpost
