// counted_events.h - a data folder in which something was counted on two days in two languages.
#pragma once

#include <string>

#include "report/insight_report.h"
#include "store/event_file.h"
#include "store/outcome_table.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {

inline constexpr uint32_t kReportToday = 20'787;  // 2026-11-30

class CountedEvents {
 public:
  CountedEvents() {
    count(0, "en", "visits", 60);
    count(0, "en", "searches", 100);
    count(0, "en", "without_result", 12);
    count(0, "en", "clicked", 70);
    count(0, "en", "answered", 9);
    count(0, "en", "refused", 6);
    count(0, "en", "refused:no_match", 4);
    count(0, "en", "refused:account", 2);
    count(0, "en", "not_counted", 5);
    count(3, "ko", "searches", 300);
    count(3, "ko", "clicked", 300);
    count(3, "ko", "refused:account", 8);
    count(3, "ko", "something_new", 1);
    count(7, "en", "searches", 1'000);  // before the last seven days
    add_outcomes(requests_, {{"2026-11-30", "en", Outcome::solved, 7},
                             {"2026-11-30", "en", Outcome::sent, 2},
                             {"2026-11-27", "ko", Outcome::left, 3},
                             {"2026-11-23", "ko", Outcome::left, 50}});
    events_.execute(
        "INSERT INTO queries(id, lang, text, sum) VALUES (1, 'en', 'refund', 1), (2, 'ko', '환불', 2), "
        "(3, 'en', '=teapot', 3)");
    lead("en", 1, 1, 40, 80, 0, 60);
    lead("en", 3, 1, 6, 6, 6, 0);
    lead("en", 0, 9, 12, 14, 6, 10);
    lead("ko", 2, 1, 200, 300, 0, 300);
    events_.execute(
        "INSERT INTO documents(id, article, lang) VALUES (1, 'refunds', 'en'), (2, 'printer', 'ko');"
        "INSERT INTO leading_articles VALUES (7, 1, 50, 20, 30, 6, 2, 3, 1, 0), (7, 2, 10, 5, 5, 0, 0, 0, 0, "
        "0)");
  }

  SqliteDatabase& events() { return events_; }
  SqliteDatabase& requests() { return requests_; }
  const std::string& path() const { return folder_.path(); }

 private:
  void count(uint32_t days_ago, const std::string& lang, const std::string& what, int64_t number) {
    events_.execute("INSERT INTO day_counts VALUES (" + std::to_string(kReportToday - days_ago) + ", '" +
                    lang + "', '" + what + "', " + std::to_string(number) + ")");
  }
  void lead(const std::string& lang, int64_t query, int64_t queries, int64_t visits, int64_t searches,
            int64_t without_result, int64_t clicked) {
    events_.execute("INSERT INTO leading_queries VALUES (7, '" + lang + "', " + std::to_string(query) + ", " +
                    std::to_string(queries) + ", " + std::to_string(searches) + ", " +
                    std::to_string(visits) + ", " + std::to_string(without_result) + ", " +
                    std::to_string(clicked) + ", 0, 0, 0, 0, 0, 0)");
  }

  const DataFolder folder_{"signpost-report"};
  SqliteDatabase requests_ = folder_.open();
  SqliteDatabase events_ = open_event_file(folder_.path(), std::chrono::milliseconds(0));
};

inline InsightQuestion last_week(const std::string& lang = "") {
  InsightQuestion question;
  question.today = kReportToday;
  question.period = 7;
  question.lang = lang;
  return question;
}

}  // namespace signpost
