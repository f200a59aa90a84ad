// insight_table.h - what visitors looked for, as people and programs may read it: from sums alone, so that a
// year of millions of searches takes milliseconds. Tested by tests/unit/store/insight_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sqlite/database.h"
#include "store/event_counts.h"

namespace signpost {

// A query that fewer visits asked than this never appears as a text, unless the site says otherwise.
inline constexpr int64_t kLeastVisits = 5;

// One figure of one day in one language.
struct DayCount {
  uint32_t day = 0;  // since 1970, in UTC
  std::string lang;
  std::string what;  // one of day_count
  int64_t number = 0;
  bool operator==(const DayCount&) const = default;
};
// Of the days first..last, the oldest first; `lang` "": of all languages, each by itself.
void each_day_count(SqliteDatabase& events, uint32_t first_day, uint32_t last_day, const std::string& lang,
                    const std::function<void(const DayCount&)>& use);

struct QueryLine {
  int64_t query = 0;  // its number, for query_sums(); never shown
  std::string lang;
  std::string text;
  QuerySums sums;
  bool operator==(const QueryLine&) const = default;
};
// What all queries have together that fewer visits asked than were needed when the sums were made.
struct RareQueries {
  int64_t queries = 0;
  QuerySums sums;
};
struct QueryList {
  std::vector<QueryLine> lines;  // the largest figure first; none that is 0
  RareQueries rare;
};
// Of the last `period` days (one of kInsightPeriods), at most `most`; `lang` "": of all languages. Whatever
// `least_visits`, no query that fewer visits asked than the sums were made with.
QueryList leading_queries(SqliteDatabase& events, int period, const std::string& lang, QueryOrder order,
                          size_t most, int64_t least_visits = kLeastVisits);

struct ArticleLine {
  std::string article;
  std::string lang;
  ArticleSums sums;
  bool operator==(const ArticleLine&) const = default;
};
std::vector<ArticleLine> leading_articles(SqliteDatabase& events, int period, const std::string& lang,
                                          size_t most);

// Visits that opened a document on the days first..last.
int64_t article_visits(SqliteDatabase& events, const std::string& article, const std::string& lang,
                       uint32_t first_day, uint32_t last_day);

// For programs that group queries, reckon or learn, off the path of any request: reads all days, takes a
// second or more for a year. What is rare is among it, and such a text must not be shown to anybody.
void each_query(SqliteDatabase& events, uint32_t first_day, uint32_t last_day,
                const std::function<void(const QueryLine&)>& use);
// The number of a query as it is kept (normalised_query() of src/insights), nullopt where nobody asked it.
std::optional<int64_t> query_number(SqliteDatabase& events, const std::string& lang, const std::string& text);
// Its searches since a generation was first served ("": as long as single searches are kept), each with what
// became of it.
QuerySums query_sums(SqliteDatabase& events, int64_t query, const std::string& generation);

// How often a document was opened from a place of a query's results, as long as single searches are kept.
struct ClickLine {
  int64_t query = 0;
  std::string text;
  std::string query_lang;
  std::string article;
  std::string article_lang;
  int64_t position = 0;  // 0: the quoted answer
  int64_t clicks = 0;
  int64_t visits = 0;  // that clicked there
};
// In the order of queries, documents and positions; as each_query(), for programs alone.
void each_click(SqliteDatabase& events, const std::function<void(const ClickLine&)>& use);
// The same of one query: as fast as it has few.
void each_click_of(SqliteDatabase& events, int64_t query, const std::function<void(const ClickLine&)>& use);

}  // namespace signpost
