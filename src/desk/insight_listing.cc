// insight_listing.cc - see insight_listing.h.
#include "desk/insight_listing.h"

#include <iomanip>
#include <ostream>

#include "base/dates.h"
#include "base/printable.h"
#include "report/insight_tables.h"

namespace signpost {
namespace {

constexpr char kWhatCounts[] =
    "\nvisits: nobody is known again after some hours, so who comes on two days is two.\n"
    "without_click: nothing of it was opened. Those without result are in it, and those whose answer stood "
    "on\n"
    "the page; browsers without scripts say nothing of clicks.\n"
    "refused: a question was asked, and no text of an article answered it well enough to be quoted.\n"
    "solved, left, sent: no parts of a whole, so they are never added up.\n"
    "not_counted: requests of visitors who ask not to be counted (Sec-GPC, DNT); they are in no other "
    "figure.\n"
    "A row of queries without a text stands for those that too few visits asked.\n";

void write_share(std::ostream& out, int64_t part, int64_t whole) {
  const int64_t share = per_mille(part, whole);
  out << "  (" << share / 10 << '.' << share % 10 << " %)";
}

void write_summary(const InsightReport& report, std::ostream& out) {
  const InsightQuestion& asked = report.question;
  const InsightFigures& total = report.total;
  out << format_day(asked.first_day()) << " to " << format_day(asked.today) << ", "
      << (asked.lang.empty() ? "all languages" : printable(asked.lang)) << "\n\n";
  for (const auto& [name, value] : insight_summary(report)) {
    const auto* number = std::get_if<int64_t>(&value);
    if (number == nullptr || name == "period") continue;
    out << std::left << std::setw(16) << name << std::right << std::setw(12) << *number;
    if (name == "without_result" || name == "without_click") write_share(out, *number, total.searches);
    if (name == "refused") write_share(out, *number, total.answered + total.refused);
    out << "\n";
  }
}

void list_as_paragraphs(const InsightReport& report, std::ostream& out) {
  write_summary(report, out);
  for (const ReportTable& table : insight_tables(report)) {
    const bool is_long = table.name == "days" || table.name == "outcomes";
    if (is_long || table.rows.empty()) continue;
    out << "\n" << table.name << ":\n" << as_text(table);
  }
  out << kWhatCounts;
}

}  // namespace

void list_insights(const InsightReport& report, const std::string& table, ListingFormat format,
                   std::ostream& out) {
  if (table.empty() && format == ListingFormat::json) {
    out << as_json(insight_summary(report), insight_tables(report));
  } else if (table.empty() && format == ListingFormat::text) {
    list_as_paragraphs(report, out);
  } else if (const auto one = insight_table(report, table.empty() ? "days" : table)) {
    out << (format == ListingFormat::json  ? as_json(*one)
            : format == ListingFormat::csv ? as_csv(*one)
                                           : as_text(*one));
  }
}

}  // namespace signpost
