// insight_listing_test.cc - what is said of a report, and what of it is left to programs.
#include "desk/insight_listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/dates.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

InsightReport small_report() {
  InsightReport report;
  report.question.today = parse_day("2026-11-30");
  report.question.period = 7;
  report.total.searches = 200;
  report.total.clicked = 150;
  report.total.without_result = 5;
  report.total.answered = 1;
  report.total.refused = 2;
  report.days = {{report.question.today, report.total}};
  report.asked.lines = {
      {.query = 1, .lang = "en", .text = "\x1B[2J=1", .sums = {.searches = 9, .visits = 8}}};
  report.asked.rare = {.queries = 4, .sums = {.searches = 5, .visits = 5}};
  return report;
}

std::string listed_insights(const std::string& table, ListingFormat format) {
  std::ostringstream out;
  list_insights(small_report(), table, format, out);
  return out.str();
}

TEST(InsightListing, SaysSumsAndListsToPeople) {
  const std::string text = listed_insights("", ListingFormat::text);
  EXPECT_THAT(text, StartsWith("2026-11-24 to 2026-11-30, all languages\n\n"));
  EXPECT_THAT(text, HasSubstr("\nsearches                 200\n"));
  EXPECT_THAT(text, HasSubstr("\nwithout_result             5  (2.5 %)\n"));
  EXPECT_THAT(text, HasSubstr("\nwithout_click             50  (25.0 %)\n"));
  EXPECT_THAT(text, HasSubstr("\nrefused                    2  (66.7 %)\n"));
  EXPECT_THAT(text, HasSubstr("\nasked:\nlang  queries  visits"));
  EXPECT_THAT(text, HasSubstr("  \\x1b[2J=1\n-"));
  EXPECT_THAT(text, Not(HasSubstr("\ndays:"))) << "too long for a glance";
  EXPECT_THAT(text, Not(HasSubstr("\nrefusals:"))) << "there are none";
  EXPECT_THAT(text, HasSubstr("Sec-GPC"));
}

TEST(InsightListing, IsEverythingAsJson) {
  const auto json = nlohmann::json::parse(listed_insights("", ListingFormat::json));
  EXPECT_EQ(json["searches"], 200);
  EXPECT_EQ(json["days"][0]["day"], "2026-11-30");
  EXPECT_EQ(json["asked"][1]["queries"], 4);
  EXPECT_TRUE(json["asked"][1]["query"].is_null());
  EXPECT_EQ(json["contact"].size(), 0u);
}

TEST(InsightListing, IsOneTableWhereThatIsAskedAndAsCsv) {
  EXPECT_THAT(listed_insights("", ListingFormat::csv), StartsWith("\"day\",\"visits\""));
  EXPECT_THAT(listed_insights("asked", ListingFormat::csv), HasSubstr("\r\n\"en\",1,8,9,"));
  EXPECT_THAT(listed_insights("days", ListingFormat::text), StartsWith("day         visits"));
  EXPECT_EQ(nlohmann::json::parse(listed_insights("asked", ListingFormat::json)).size(), 2u);
}

}  // namespace
}  // namespace signpost
