// recorded_queries_test.cc - both forms of the file, and what is said of another.
#include "release/recorded_queries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/dates.h"
#include "base/error.h"
#include "tests/unit/demand/asked_events.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> parse(std::string_view text) {
  std::vector<std::string> lines;
  for (const RecordedQuery& query : parse_recorded(text, "q.tsv")) {
    lines.push_back(std::to_string(query.count) + " " + query.text +
                    (query.lang.empty() ? "" : " " + query.lang));
  }
  return lines;
}

TEST(RecordedQueries, CountsLinesAndReadsCounts) {
  EXPECT_THAT(parse("refund\n\n  refund \r\n#1 problem\nrefund policy"),
              ElementsAre("2 refund", "1 #1 problem", "1 refund policy"));
  EXPECT_THAT(parse("3\tb\n12\ta\n3\ta\n3\tb\tko\n 5 \t환불\tko\n9\t\n"),
              ElementsAre("15 a", "5 환불 ko", "3 b", "3 b ko"));
  EXPECT_THAT(parse("\xEF\xBB\xBF"
                    "2\ta\nb\n"),
              ElementsAre("2 a", "1 b"));
  EXPECT_THAT(parse(""), ElementsAre());
}

TEST(RecordedQueries, NameTheLineWithoutACount) {
  for (const char* count : {"many", "-1", "1.5", "", "99999999999999999999"}) {
    try {
      parse_recorded("1\ta\n" + std::string(count) + "\tb\n", "q.tsv");
      FAIL() << count;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_EQ(error.what(), "q.tsv:2: error: there is no count before the tab: " + std::string(count));
    }
  }
}

TEST(ReadRecorded, TakesADataFolderToo) {
  AskedEvents events;
  events.day(events.query("en", "refund"), day_of_clock(), {.searches = 8, .visits = 7});
  events.day(events.query("en", "rare"), day_of_clock(), {.searches = 4, .visits = 4});
  const std::vector<RecordedQuery> queries = read_recorded(events.dir(), 5);
  ASSERT_EQ(queries.size(), 1u);
  EXPECT_EQ(queries[0].text, "refund");
  EXPECT_EQ(queries[0].lang, "en");
  EXPECT_EQ(queries[0].count, 7u);
  EXPECT_TRUE(read_recorded(events.dir(), 8).empty()) << "where the site wants eight visits";
}

}  // namespace
}  // namespace signpost
