// event_counts.h - what is counted of searches, articles and visits: names and values, without a database.
// Tested by tests/unit/store/insight_table_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

// What became of one search.
enum SearchFlag : uint32_t {
  kSearchCorrected = 1,   // another spelling was searched for
  kSearchClicked = 2,     // something of it was opened
  kSearchAnswered = 4,    // an answer was quoted
  kSearchRefused = 8,     // it was asked as a question, and nothing could be quoted
  kSearchSolved = 16,     // the visitor said so
  kSearchUnhelpful = 32,  // "did not help" was said of the answer, or of an article that was opened from it
  kSearchContactBegun =
      64,  // the form to people was opened afterwards, as the next thing or after an article
  kSearchContactSent = 128,  // and sent
};

// A query of a period. A visit that asks it twice counts once.
struct QuerySums {
  int64_t searches = 0;
  int64_t visits = 0;  // of a day each: who comes on two days is two, as nobody is known again
  int64_t without_result = 0;
  int64_t clicked = 0;  // searches of which something was opened
  int64_t corrected = 0;
  int64_t answered = 0;
  int64_t refused = 0;
  int64_t solved = 0;
  int64_t unhelpful = 0;
  int64_t contact = 0;  // begun or sent
  int64_t without_click() const { return searches - clicked; }
  bool operator==(const QuerySums&) const = default;
};

// An article of a period, in one language.
struct ArticleSums {
  int64_t visits = 0;
  int64_t read = 0;           // to its end
  int64_t clicks = 0;         // from results and answers
  int64_t contact_begun = 0;  // as the last article before it
  int64_t contact_sent = 0;
  int64_t helpful = 0;
  int64_t unhelpful = 0;
  int64_t short_address = 0;  // how often one of its short addresses was followed, by whomever
  bool operator==(const ArticleSums&) const = default;
};

// What of a day and language is counted, as day_counts has it. A refused answer is counted as "refused" and
// as "refused:no_match" ... as well.
namespace day_count {
inline constexpr std::string_view kVisits = "visits";
inline constexpr std::string_view kSearches = "searches";
inline constexpr std::string_view kWithoutResult = "without_result";
inline constexpr std::string_view kClicked = "clicked";
inline constexpr std::string_view kCorrected = "corrected";
inline constexpr std::string_view kAnswered = "answered";
inline constexpr std::string_view kRefused = "refused";
inline constexpr std::string_view kSolved = "solved";
inline constexpr std::string_view kUnhelpful = "unhelpful";
inline constexpr std::string_view kArticleVisits = "article_visits";
inline constexpr std::string_view kRead = "read";
inline constexpr std::string_view kContactBegun = "contact_begun";
inline constexpr std::string_view kContactSent = "contact_sent";
// Requests that would have counted, of visitors who want to be no part of statistics.
inline constexpr std::string_view kNotCounted = "not_counted";
// Events that came faster than they could be counted.
inline constexpr std::string_view kDropped = "dropped";
}  // namespace day_count

// The periods that are summed up, in days: the last of which is today.
inline constexpr int kInsightPeriods[] = {7, 30, 90, 365};

// By which figure queries can be put in order.
enum class QueryOrder { searches, without_result, without_click, refused };
int64_t figure_of(const QuerySums& sums, QueryOrder order);

void add_sums(QuerySums& to, const QuerySums& sums);
void add_sums(ArticleSums& to, const ArticleSums& sums);

// Columns of the tables, in the order of the members.
inline constexpr const char* kQueryColumns =
    "searches, visits, without_result, clicked, corrected, answered, refused, solved, unhelpful, contact";
inline constexpr const char* kArticleColumns =
    "visits, read, clicks, contact_begun, contact_sent, helpful, unhelpful, short_address";

// The number of the name "".
inline constexpr int64_t kNoName = 1;

// By which a query is found in the table of queries.
int64_t query_key(std::string_view lang, std::string_view text);

}  // namespace signpost
