// insight_report.h - what visitors of a help centre looked for, and what became of it: the one place that
// reckons the figures, for the pages of staff and for signpost-desk.
// Tested by tests/unit/report/insight_report_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sqlite/database.h"
#include "store/event_counts.h"
#include "store/insight_table.h"

namespace signpost {

struct InsightQuestion {
  uint32_t today = 0;        // days since 1970, in UTC: the last one of the period
  int period = 30;           // in days, one of kInsightPeriods
  std::string lang;          // "" for all languages
  int64_t least_visits = 0;  // of a query that is shown as text, beside what the site says
  size_t most = 500;         // lines of each list

  uint32_t first_day() const { return today - static_cast<uint32_t>(period) + 1; }
};

// Of a day, a language or a period.
struct InsightFigures {
  int64_t visits = 0;
  int64_t searches = 0;
  int64_t without_result = 0;
  int64_t clicked = 0;  // searches of which something was opened
  int64_t corrected = 0;
  int64_t answered = 0;  // an answer was quoted
  int64_t refused = 0;   // a question was asked, and nothing could be quoted
  int64_t unhelpful = 0;
  int64_t article_visits = 0;
  int64_t read = 0;  // to the end
  int64_t contact_begun = 0;
  int64_t contact_sent = 0;
  int64_t not_counted = 0;
  int64_t dropped = 0;

  // What became of those who looked for help: three figures that are no parts of a whole, and never added up.
  int64_t solved = 0;
  int64_t left = 0;
  int64_t sent = 0;

  int64_t without_click() const { return searches > clicked ? searches - clicked : 0; }
  void add(const InsightFigures& figures);
  bool operator==(const InsightFigures&) const = default;
};

struct InsightDay {
  uint32_t day = 0;
  InsightFigures figures;
};
struct InsightLanguage {
  std::string lang;
  InsightFigures figures;
};
struct RefusalCount {
  std::string reason;  // "no_match" ...
  int64_t number = 0;
};

struct InsightReport {
  InsightQuestion question;
  InsightFigures total;
  std::vector<InsightDay> days;            // each of the period, the oldest first
  std::vector<InsightLanguage> languages;  // with the most searches first
  std::vector<RefusalCount> refusals;      // the most frequent first
  // What visitors asked, by the figure that a list is named for.
  QueryList asked;
  QueryList without_result;
  QueryList without_click;
  QueryList refused;
  std::vector<ArticleLine> contact;  // articles from which visitors went on to people
};

// From sums alone. `events`: null where nothing was ever counted. `requests`: the data file. Throws
// SqliteFailure.
InsightReport read_insights(SqliteDatabase* events, SqliteDatabase& requests,
                            const InsightQuestion& question);

// Of a share in tenths of a percent, rounded: {12, 345} -> 35. 0 of nothing.
int64_t per_mille(int64_t part, int64_t whole);

}  // namespace signpost
